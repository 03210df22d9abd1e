<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Parlour::Core::Feeds</name>
    <message numerus="yes">
        <source>A feed has at most %n words. Take some out.</source>
        <translation>
            <numerusform>A feed has at most %n word. Take some out.</numerusform>
            <numerusform>A feed has at most %n words. Take some out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name has at most %n characters.</source>
        <translation>
            <numerusform>The name has at most %n character.</numerusform>
            <numerusform>The name has at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A feed has at most %n people. Take some out.</source>
        <translation>
            <numerusform>A feed has at most %n person. Take some out.</numerusform>
            <numerusform>A feed has at most %n people. Take some out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A feed has at most %n rooms. Choose all rooms instead.</source>
        <translation>
            <numerusform>A feed has at most %n room. Choose all rooms instead.</numerusform>
            <numerusform>A feed has at most %n rooms. Choose all rooms instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n feeds. Delete one first.</source>
        <translation>
            <numerusform>There is %n feed. Delete it first.</numerusform>
            <numerusform>There are %n feeds. Delete one first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Core::FileWords</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Core::HistoryExport</name>
    <message numerus="yes">
        <source>These are more than %Ln messages. Choose a shorter time.</source>
        <translation>
            <numerusform>These are more than %Ln message. Choose a shorter time.</numerusform>
            <numerusform>These are more than %Ln messages. Choose a shorter time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Core::WhyNot</name>
    <message numerus="yes">
        <source>%1 or one of %n others</source>
        <translation>
            <numerusform>%1 or one other</numerusform>
            <numerusform>%1 or one of %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n others</source>
        <translation>
            <numerusform>%1 and one other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Core::Words</name>
    <message numerus="yes">
        <source>%n new in %1</source>
        <translation>
            <numerusform>%n new in %1</numerusform>
            <numerusform>%n new in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms followed</source>
        <translation>
            <numerusform>%n room followed</numerusform>
            <numerusform>%n rooms followed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms joined</source>
        <translation>
            <numerusform>%n room joined</numerusform>
            <numerusform>%n rooms joined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms</source>
        <translation>
            <numerusform>%n room</numerusform>
            <numerusform>%n rooms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms up to date</source>
        <translation>
            <numerusform>%n room up to date</numerusform>
            <numerusform>%n rooms up to date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms</source>
        <comment>where messages were caught up</comment>
        <translation>
            <numerusform>%n room</numerusform>
            <numerusform>%n rooms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages caught up in %1</source>
        <translation>
            <numerusform>%n message caught up in %1</numerusform>
            <numerusform>%n messages caught up in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them mention you</source>
        <translation>
            <numerusform>%n of them mentions you</numerusform>
            <numerusform>%n of them mention you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A request takes up to %n characters of text.</source>
        <translation>
            <numerusform>A request takes up to %n character of text.</numerusform>
            <numerusform>A request takes up to %n characters of text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms joined, %1 not available</source>
        <translation>
            <numerusform>%n room joined, %1 not available</numerusform>
            <numerusform>%n rooms joined, %1 not available</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Models::MessageSearchModel</name>
    <message numerus="yes">
        <source>Show %n more in this room</source>
        <translation>
            <numerusform>Show %n more in this room</numerusform>
            <numerusform>Show %n more in this room</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n message(s)</source>
        <translation>
            <numerusform>%1, %n message</numerusform>
            <numerusform>%1, %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Models::MoreWords</name>
    <message numerus="yes">
        <source>… %Ln more rooms</source>
        <translation>
            <numerusform>… %Ln more room</numerusform>
            <numerusform>… %Ln more rooms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more people</source>
        <translation>
            <numerusform>… %Ln more person</numerusform>
            <numerusform>… %Ln more people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more messages</source>
        <translation>
            <numerusform>… %Ln more message</numerusform>
            <numerusform>… %Ln more messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more invitations</source>
        <translation>
            <numerusform>… %Ln more invitation</numerusform>
            <numerusform>… %Ln more invitations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more categories</source>
        <translation>
            <numerusform>… %Ln more category</numerusform>
            <numerusform>… %Ln more categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more %1</source>
        <comment>the name of an element</comment>
        <translation>
            <numerusform>… %Ln more %1</numerusform>
            <numerusform>… %Ln more %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more characters</source>
        <translation>
            <numerusform>… %Ln more character</numerusform>
            <numerusform>… %Ln more characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Models::RoomListModel</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>%n room</numerusform>
            <numerusform>%n rooms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Models::TextWords</name>
    <message numerus="yes">
        <source>… %Ln more lines</source>
        <translation>
            <numerusform>… %Ln more line</numerusform>
            <numerusform>… %Ln more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more bytes</source>
        <translation>
            <numerusform>… %Ln more byte</numerusform>
            <numerusform>… %Ln more bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Models::WireWords</name>
    <message numerus="yes">
        <source>%Ln rooms</source>
        <translation>
            <numerusform>%Ln room</numerusform>
            <numerusform>%Ln rooms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln categories</source>
        <translation>
            <numerusform>%Ln category</numerusform>
            <numerusform>%Ln categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln invitations</source>
        <translation>
            <numerusform>%Ln invitation</numerusform>
            <numerusform>%Ln invitations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests to join</source>
        <translation>
            <numerusform>%Ln request to join</numerusform>
            <numerusform>%Ln requests to join</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln add-ins</source>
        <translation>
            <numerusform>%Ln add-in</numerusform>
            <numerusform>%Ln add-ins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln errors</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln followed rooms</source>
        <translation>
            <numerusform>%Ln followed room</numerusform>
            <numerusform>%Ln followed rooms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::CacheBar</name>
    <message numerus="yes">
        <source>%n rooms</source>
        <translation>
            <numerusform>%n room</numerusform>
            <numerusform>%n rooms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ComposerFoot</name>
    <message numerus="yes">
        <source>%n characters too long</source>
        <translation>
            <numerusform>%n character too long</numerusform>
            <numerusform>%n characters too long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln characters used</source>
        <translation>
            <numerusform>%1 of %Ln character used</numerusform>
            <numerusform>%1 of %Ln characters used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ConnectionPage</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ConnectionPresenter</name>
    <message numerus="yes">
        <source>%n messages caught up in %1.</source>
        <translation>
            <numerusform>%n message caught up in %1.</numerusform>
            <numerusform>%n messages caught up in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms</source>
        <comment>where messages were caught up</comment>
        <translation>
            <numerusform>%n room</numerusform>
            <numerusform>%n rooms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ExportController</name>
    <message numerus="yes">
        <source>%n messages in %1.</source>
        <translation>
            <numerusform>%n message in %1.</numerusform>
            <numerusform>%n messages in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ExportDialog</name>
    <message numerus="yes">
        <source>%n messages, back to %1</source>
        <translation>
            <numerusform>%n message, back to %1</numerusform>
            <numerusform>%n messages, back to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FeedDialog</name>
    <message numerus="yes">
        <source>The newest %n messages that fit</source>
        <translation>
            <numerusform>The newest message that fits</numerusform>
            <numerusform>The newest %n messages that fit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages in memory fit</source>
        <translation>
            <numerusform>%n message in memory fits</numerusform>
            <numerusform>%n messages in memory fit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A feed has at most %n words.</source>
        <translation>
            <numerusform>A feed has at most %n word.</numerusform>
            <numerusform>A feed has at most %n words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FileController</name>
    <message numerus="yes">
        <source>A message takes up to %n files.</source>
        <translation>
            <numerusform>A message takes up to %n file.</numerusform>
            <numerusform>A message takes up to %n files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FilesDialog</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::JoinDialog</name>
    <message numerus="yes">
        <source>%n rooms found, more exist. Add letters to narrow it down.</source>
        <translation>
            <numerusform>%n room found, more exist. Add letters to narrow it down.</numerusform>
            <numerusform>%n rooms found, more exist. Add letters to narrow it down.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms found</source>
        <translation>
            <numerusform>%n room found</numerusform>
            <numerusform>%n rooms found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::JumpButton</name>
    <message numerus="yes">
        <source>Jump to latest, %n new</source>
        <translation>
            <numerusform>Jump to latest, %n new</numerusform>
            <numerusform>Jump to latest, %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::MainController</name>
    <message numerus="yes">
        <source>%n rooms have windows of their own. Close one of them.</source>
        <translation>
            <numerusform>%n room has a window of its own. Close it.</numerusform>
            <numerusform>%n rooms have windows of their own. Close one of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ManageRoomModel</name>
    <message numerus="yes">
        <source>%n changes not saved: %1</source>
        <translation>
            <numerusform>%n change not saved: %1</numerusform>
            <numerusform>%n changes not saved: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters too long</source>
        <translation>
            <numerusform>%n character too long</numerusform>
            <numerusform>%n characters too long</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::MessageAnnouncer</name>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::MessageHitDelegate</name>
    <message numerus="yes">
        <source>Show %n more in this room</source>
        <translation>
            <numerusform>Show %n more in this room</numerusform>
            <numerusform>Show %n more in this room</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::PeoplePicker</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomDetailPane</name>
    <message numerus="yes">
        <source>%n here now</source>
        <translation>
            <numerusform>%n here now</numerusform>
            <numerusform>%n here now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomHeader</name>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n here</numerusform>
            <numerusform>%n here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomPane</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ask to join</source>
        <translation>
            <numerusform>%n person asks to join</numerusform>
            <numerusform>%n people ask to join</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomPresenter</name>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n here</numerusform>
            <numerusform>%n here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RowLayout</name>
    <message numerus="yes">
        <source>· %n min read</source>
        <translation>
            <numerusform>· %n min read</numerusform>
            <numerusform>· %n min read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::SearchPage</name>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n rooms · From this computer, the server did not answer</source>
        <translation>
            <numerusform>in %n room · From this computer, the server did not answer</numerusform>
            <numerusform>in %n rooms · From this computer, the server did not answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n rooms · searched on the server in %1 s</source>
        <translation>
            <numerusform>in %n room · searched on the server in %1 s</numerusform>
            <numerusform>in %n rooms · searched on the server in %1 s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::StoragePage</name>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unsent texts in %n rooms are lost.</source>
        <translation>
            <numerusform>Unsent texts in %n room are lost.</numerusform>
            <numerusform>Unsent texts in %n rooms are lost.</numerusform>
        </translation>
    </message>
</context>
</TS>
