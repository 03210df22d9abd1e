# SPDX-License-Identifier: Apache-2.0
# bash completion for parlourctl(1)

_parlourctl_commands="category add
category list
category show
category set
category rm
room add
room list
room show
room set
room move
room member add
room member rm
room manager add
room manager rm
room presenter add
room presenter rm
room enable
room disable
room purge
room rm
room eligible
room why
message find
message redact
message rm
file list
file rm
file gc
hold add
hold list
hold rm
wall check
room readers
exposure
archive verify
archive search
archive export
archive replay
archive note
addin add
addin list
addin set
addin rm
policy add
policy list
policy set
policy rm
policy grant
config get
config list
config set
config rm
compliance config get
compliance config list
compliance config set
compliance config rm
compliance status
compliance run
compliance test
endpoint add
endpoint list
endpoint rm
user add
user list
user show
user set
user enable
user disable
group add
group list
group show
group set
group member add
group member rm
audit list
invitation list
request list
request grant
request decline
sessions
data export
data import
backup create
backup verify
backup restore
test message
doctor
status
pool status
pool state
pool active list
pool active set
pool active swap"

# The options that each command takes beside those of every command.
_parlourctl_options() {
  case "$1" in
    "category add") echo "--description --invitations --files --history --allowed --denied --creator" ;;
    "category list") echo "" ;;
    "category show") echo "" ;;
    "category set") echo "--name --description --invitations --files --history --allowed --add-allowed --remove-allowed --denied --add-denied --remove-denied --creator --add-creator --remove-creator" ;;
    "category rm") echo "" ;;
    "room add") echo "--category --description --topic --privacy --type --invitations --addin --disabled --member --manager --presenter" ;;
    "room list") echo "--name --description --category --member --manager --addin --disabled --privacy --type --invitations --larger --limit" ;;
    "room show") echo "" ;;
    "room set") echo "--name --description --topic --privacy --type --invitations --addin" ;;
    "room move") echo "--category" ;;
    "room member add") echo "" ;;
    "room member rm") echo "" ;;
    "room manager add") echo "" ;;
    "room manager rm") echo "" ;;
    "room presenter add") echo "" ;;
    "room presenter rm") echo "" ;;
    "room enable") echo "" ;;
    "room disable") echo "" ;;
    "room purge") echo "--until" ;;
    "room rm") echo "" ;;
    "room eligible") echo "--room --category --role --limit" ;;
    "room why") echo "" ;;
    "message find") echo "--id --user --from --to --words --match --case --limit" ;;
    "message redact") echo "--id --user --from --to --words --match --case --limit --text" ;;
    "message rm") echo "--id --user --from --to --words --match --case --limit" ;;
    "file list") echo "--room --limit" ;;
    "file rm") echo "" ;;
    "file gc") echo "" ;;
    "hold add") echo "--room --user --from --to --reason" ;;
    "hold list") echo "" ;;
    "hold rm") echo "" ;;
    "wall check") echo "" ;;
    "room readers") echo "" ;;
    "exposure") echo "" ;;
    "archive verify") echo "--key --hash" ;;
    "archive search") echo "--words --user --room --from --to --limit" ;;
    "archive export") echo "--format --words --user --room --from --to" ;;
    "archive replay") echo "--from --to" ;;
    "archive note") echo "" ;;
    "addin add") echo "" ;;
    "addin list") echo "" ;;
    "addin set") echo "--name --url" ;;
    "addin rm") echo "" ;;
    "policy add") echo "--scope --enabled" ;;
    "policy list") echo "" ;;
    "policy set") echo "--enabled" ;;
    "policy rm") echo "" ;;
    "policy grant") echo "" ;;
    "config get") echo "" ;;
    "config list") echo "" ;;
    "config set") echo "--scope" ;;
    "config rm") echo "--scope" ;;
    "compliance config get") echo "" ;;
    "compliance config list") echo "" ;;
    "compliance config set") echo "--scope" ;;
    "compliance config rm") echo "--scope" ;;
    "compliance status") echo "" ;;
    "compliance run") echo "" ;;
    "compliance test") echo "" ;;
    "endpoint add") echo "" ;;
    "endpoint list") echo "" ;;
    "endpoint rm") echo "" ;;
    "user add") echo "--name --email --company" ;;
    "user list") echo "--disabled --limit" ;;
    "user show") echo "" ;;
    "user set") echo "--name --email --company" ;;
    "user enable") echo "" ;;
    "user disable") echo "" ;;
    "group add") echo "" ;;
    "group list") echo "--limit" ;;
    "group show") echo "" ;;
    "group set") echo "--name" ;;
    "group member add") echo "" ;;
    "group member rm") echo "" ;;
    "audit list") echo "--actor --object --action --from --to --limit" ;;
    "invitation list") echo "--limit" ;;
    "request list") echo "--room --limit" ;;
    "request grant") echo "" ;;
    "request decline") echo "" ;;
    "sessions") echo "" ;;
    "data export") echo "--level --only-category --from --report" ;;
    "data import") echo "--report" ;;
    "backup create") echo "" ;;
    "backup verify") echo "" ;;
    "backup restore") echo "" ;;
    "test message") echo "--room" ;;
    "doctor") echo "" ;;
    "status") echo "" ;;
    "pool status") echo "" ;;
    "pool state") echo "" ;;
    "pool active list") echo "" ;;
    "pool active set") echo "" ;;
    "pool active swap") echo "" ;;
  esac
}

# The words that an option allows, "@file" for a file and "@dir" for a directory.
_parlourctl_values() {
  case "$1" in
    --data) echo @dir ;;
    --disabled) echo "on off" ;;
    --enabled) echo "on off" ;;
    --files) echo "on off" ;;
    --format) echo "text html json csv" ;;
    --history) echo "on off" ;;
    --invitations) echo "on off inherit" ;;
    --key) echo @file ;;
    --level) echo "all user category room-directory content" ;;
    --match) echo "all any exact" ;;
    --privacy) echo "open closed secret" ;;
    --report) echo @file ;;
    --role) echo "member manager presenter creator" ;;
    --scope) echo "global site pool user" ;;
    --type) echo "normal auditorium" ;;
  esac
}

_parlourctl() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local every="--data --json --dry-run --yes --help --version"
  local values words=() word skip=0 verb="" candidate next=""
  COMPREPLY=()

  values=$(_parlourctl_values "$previous")
  case "$values" in
    @dir) mapfile -t COMPREPLY < <(compgen -d -- "$current"); return ;;
    @file) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
    ?*) mapfile -t COMPREPLY < <(compgen -W "$values" -- "$current"); return ;;
  esac

  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if ((skip)); then
      skip=0
    elif [[ $word == --data ]]; then
      skip=1
    elif [[ $word != -* ]]; then
      words+=("$word")
    fi
  done

  # The longest command that the words begin with, and what may follow to make one.
  while read -r candidate; do
    if [[ "${words[*]} " == "$candidate "* && ${#candidate} -gt ${#verb} ]]; then
      verb=$candidate
    elif [[ ${#words[@]} -eq 0 ]]; then
      next+=" ${candidate%% *}"
    elif [[ "$candidate " == "${words[*]} "* ]]; then
      candidate=${candidate#"${words[*]} "}
      next+=" ${candidate%% *}"
    fi
  done <<< "$_parlourctl_commands"

  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$every $(_parlourctl_options "$verb")" -- "$current")
  elif [[ -z $verb ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$next" -- "$current" | sort -u)
  elif [[ $verb == data\ * || $verb == backup\ * ]]; then
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}

complete -F _parlourctl parlourctl
