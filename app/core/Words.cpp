// SPDX-License-Identifier: Apache-2.0
#include "app/core/Words.h"

namespace Parlour::Core {

QString Words::step(SignInStep step) {
  switch (step) {
    case SignInStep::Resolve:
      return tr("Looking for the server");
    case SignInStep::Connect:
      return tr("Connecting");
    case SignInStep::Register:
      return tr("Signing in");
    case SignInStep::Provisioning:
      return tr("Reading the settings of your account");
    case SignInStep::RoamingSelf:
      return tr("Reading the rooms you follow");
    case SignInStep::OpenSession:
      return tr("Opening the chat session");
    case SignInStep::ServerInfo:
      return tr("Asking for the server's limits");
    case SignInStep::MemberRooms:
      return tr("Asking for the rooms you are a member of");
    case SignInStep::ManagedRooms:
      return tr("Asking for the rooms you manage");
    case SignInStep::JoinFollowed:
      return tr("Joining the rooms you follow");
    case SignInStep::JoinOpened:
      return tr("Joining the rooms that were open");
    case SignInStep::RecentHistory:
      return tr("Fetching recent messages");
    case SignInStep::Invitations:
      return tr("Asking for invitations");
  }
  return {};
}

QString Words::stepFailed(SignInStep step) {
  switch (step) {
    case SignInStep::Resolve:
      return tr("Cannot find the server.");
    case SignInStep::Connect:
      return tr("Cannot reach the server.");
    case SignInStep::Register:
      return tr("Cannot sign in.");
    case SignInStep::Provisioning:
      return tr("Cannot read the settings of your account.");
    case SignInStep::RoamingSelf:
      return tr("Cannot read the rooms you follow.");
    case SignInStep::OpenSession:
      return tr("Cannot open the chat session.");
    case SignInStep::ServerInfo:
      return tr("Cannot read the server's limits.");
    case SignInStep::MemberRooms:
      return tr("Cannot read the rooms you are a member of.");
    case SignInStep::ManagedRooms:
      return tr("Cannot read the rooms you manage.");
    case SignInStep::JoinFollowed:
      return tr("Cannot join the rooms you follow.");
    case SignInStep::JoinOpened:
      return tr("Cannot join the rooms that were open.");
    case SignInStep::RecentHistory:
      return tr("Cannot fetch recent messages.");
    case SignInStep::Invitations:
      return tr("Cannot read your invitations.");
  }
  return {};
}

Error Words::ending(RoomEnding ending) {
  switch (ending) {
    case RoomEnding::Removed:
      return Error::make(ErrorCode::PermissionDenied, tr("You were removed from this room."));
    case RoomEnding::Disabled:
      return Error::make(ErrorCode::Disabled, tr("This room was disabled by a manager. You can read its history."));
    case RoomEnding::Deleted:
      return Error::make(ErrorCode::NotFound, tr("This room was deleted."));
    case RoomEnding::None:
      break;
  }
  return Error::make(ErrorCode::Internal, tr("You are no longer in this room."));
}

QString Words::advice(SignInStep step, const Error& error) {
  switch (error.code) {
    case ErrorCode::Unauthorized:
      return tr("Check the sign-in address and the password.");
    case ErrorCode::Disabled:
    case ErrorCode::PermissionDenied:
      if (step == SignInStep::Resolve) return tr("Compare its fingerprint with the one your administrator gives you.");
      return tr("Ask your administrator whether chat is turned on for your account.");
    case ErrorCode::Busy:
      return tr("Parlour tries again by itself. Nothing is lost.");
    case ErrorCode::Timeout:
      return tr("Check the network, or try again in a minute.");
    case ErrorCode::NotSupported:
      return tr("Tell your administrator which server and version this is.");
    case ErrorCode::NotFound:
      if (step == SignInStep::Resolve) return tr("Check the sign-in address, or enter the server's name.");
      if (step == SignInStep::Register) return tr("Check the sign-in address.");
      return tr("Ask your administrator for the address of the chat pool.");
    case ErrorCode::ConnectionLost:
      if (step == SignInStep::Connect) return tr("Check the server's name and port, or choose Find automatically.");
      return tr("Check the network.");
    case ErrorCode::InvalidArgument:
    case ErrorCode::ParseFailed:
    case ErrorCode::LimitExceeded:
    case ErrorCode::Conflict:
    case ErrorCode::NotJoined:
    case ErrorCode::Cancelled:
    case ErrorCode::Storage:
    case ErrorCode::Internal:
      return tr("Try again. If it stays so, copy the details for your administrator.");
  }
  return {};
}

}  // namespace Parlour::Core
