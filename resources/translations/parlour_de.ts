<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Autostart</name>
    <message>
        <source>The list of what starts with the computer cannot be changed.</source>
        <translation>Die Liste dessen, was mit dem Computer startet, kann nicht geändert werden.</translation>
    </message>
</context>
<context>
    <name>Parlour::Core::Feeds</name>
    <message>
        <source>Give the feed a name.</source>
        <translation>Geben Sie dem Feed einen Namen.</translation>
    </message>
    <message>
        <source>There is a feed with this name. Choose another name.</source>
        <translation>Es gibt schon einen Feed mit diesem Namen. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Add a word or a person. Without one every message would be in the feed.</source>
        <translation>Fügen Sie ein Wort oder eine Person hinzu. Sonst wäre jede Nachricht im Feed.</translation>
    </message>
    <message>
        <source>This feed is always there.</source>
        <translation>Dieser Feed ist immer da.</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>Über Sie</translation>
    </message>
    <message numerus="yes">
        <source>A feed has at most %n words. Take some out.</source>
        <translation>
            <numerusform>Ein Feed hat höchstens %n Wort. Nehmen Sie einige heraus.</numerusform>
            <numerusform>Ein Feed hat höchstens %n Wörter. Nehmen Sie einige heraus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name has at most %n characters.</source>
        <translation>
            <numerusform>Der Name hat höchstens %n Zeichen.</numerusform>
            <numerusform>Der Name hat höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A feed has at most %n people. Take some out.</source>
        <translation>
            <numerusform>Ein Feed hat höchstens %n Person. Nehmen Sie einige heraus.</numerusform>
            <numerusform>Ein Feed hat höchstens %n Personen. Nehmen Sie einige heraus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A feed has at most %n rooms. Choose all rooms instead.</source>
        <translation>
            <numerusform>Ein Feed hat höchstens %n Raum. Wählen Sie stattdessen alle Räume.</numerusform>
            <numerusform>Ein Feed hat höchstens %n Räume. Wählen Sie stattdessen alle Räume.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n feeds. Delete one first.</source>
        <translation>
            <numerusform>Es gibt %n Feed. Löschen Sie ihn zuerst.</numerusform>
            <numerusform>Es gibt %n Feeds. Löschen Sie zuerst einen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Core::FileWords</name>
    <message>
        <source>The server&apos;s answer was not understood.</source>
        <translation>Die Antwort des Servers war nicht verständlich.</translation>
    </message>
    <message>
        <source>There is no space for this file: %1 are missing. Make room, or save it elsewhere.</source>
        <translation>Für diese Datei ist kein Platz: Es fehlen %1. Schaffen Sie Platz oder speichern Sie sie woanders.</translation>
    </message>
    <message>
        <source>The server closed the transfer.</source>
        <translation>Der Server hat die Übertragung beendet.</translation>
    </message>
    <message>
        <source>The file arrived damaged. Retry to fetch it again.</source>
        <translation>Die Datei ist beschädigt angekommen. Versuchen Sie es erneut, um sie noch einmal zu holen.</translation>
    </message>
    <message>
        <source>The file cannot be given its name. Save it elsewhere.</source>
        <translation>Die Datei kann ihren Namen nicht erhalten. Speichern Sie sie woanders.</translation>
    </message>
    <message>
        <source>The server does not take files as large as this one.</source>
        <translation>Der Server nimmt so große Dateien nicht an.</translation>
    </message>
    <message>
        <source>%1 is %2. This server takes up to %3.</source>
        <translation>%1 hat %2. Dieser Server nimmt bis zu %3 an.</translation>
    </message>
    <message>
        <source>%1 has %2 bytes. This server takes up to %3.</source>
        <translation>%1 hat %2 Bytes. Dieser Server nimmt bis zu %3 an.</translation>
    </message>
    <message>
        <source>Files may not be posted in this room. Ask one of its managers.</source>
        <translation>In diesem Raum dürfen keine Dateien gepostet werden. Fragen Sie einen der Manager.</translation>
    </message>
    <message>
        <source>You may not read the files of this room any more. Ask one of its managers.</source>
        <translation>Sie dürfen die Dateien dieses Raums nicht mehr lesen. Fragen Sie einen der Manager.</translation>
    </message>
    <message>
        <source>The server does not take files without a type. Ask who runs it which it takes.</source>
        <translation>Der Server nimmt keine Dateien ohne Typ an. Fragen Sie den Betreiber, welche er annimmt.</translation>
    </message>
    <message>
        <source>The server does not take .%1 files. Ask who runs it which types it takes.</source>
        <translation>Der Server nimmt keine .%1-Dateien an. Fragen Sie den Betreiber, welche Typen er annimmt.</translation>
    </message>
    <message>
        <source>The server has given the unfinished file up. Retry to send it from the beginning.</source>
        <translation>Der Server hat die unfertige Datei aufgegeben. Versuchen Sie es erneut, um sie von Anfang an zu senden.</translation>
    </message>
    <message>
        <source>The server has the file no longer. Ask who posted it to post it again.</source>
        <translation>Der Server hat die Datei nicht mehr. Bitten Sie den Verfasser, sie noch einmal zu posten.</translation>
    </message>
    <message>
        <source>The server&apos;s scan put the file into quarantine. It was not posted.</source>
        <translation>Die Prüfung des Servers hat die Datei in Quarantäne genommen. Sie wurde nicht gepostet.</translation>
    </message>
    <message>
        <source>The server&apos;s scan put the file into quarantine. Ask who runs the server.</source>
        <translation>Die Prüfung des Servers hat die Datei in Quarantäne genommen. Fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The server&apos;s permission for this transfer has run out. Retry to ask for a new one.</source>
        <translation>Die Erlaubnis des Servers für diese Übertragung ist abgelaufen. Versuchen Sie es erneut, um eine neue zu erhalten.</translation>
    </message>
    <message>
        <source>The server gave a permission for another room. Retry to ask for a new one.</source>
        <translation>Der Server hat eine Erlaubnis für einen anderen Raum erteilt. Versuchen Sie es erneut, um eine neue zu erhalten.</translation>
    </message>
    <message>
        <source>The server does not take a file of this name. Rename it and attach it again.</source>
        <translation>Der Server nimmt keine Datei mit diesem Namen an. Benennen Sie sie um und hängen Sie sie erneut an.</translation>
    </message>
    <message>
        <source>This room has no space left for files. Ask a manager to remove some.</source>
        <translation>Dieser Raum hat keinen Platz mehr für Dateien. Bitten Sie einen Manager, einige zu entfernen.</translation>
    </message>
    <message>
        <source>The server has no space left for files. Tell who runs it, and retry later.</source>
        <translation>Der Server hat keinen Platz mehr für Dateien. Sagen Sie es dem Betreiber und versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The file arrived damaged. Retry to send it again.</source>
        <translation>Die Datei ist beschädigt angekommen. Versuchen Sie es erneut, um sie noch einmal zu senden.</translation>
    </message>
    <message>
        <source>The server could not examine the file. Retry later.</source>
        <translation>Der Server konnte die Datei nicht prüfen. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The server is busy with other transfers. Retry soon.</source>
        <translation>Der Server ist mit anderen Übertragungen beschäftigt. Versuchen Sie es gleich erneut.</translation>
    </message>
    <message>
        <source>The server cannot keep files at the moment. Retry later.</source>
        <translation>Der Server kann im Moment keine Dateien aufbewahren. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The server did not understand the transfer (%1). Retry, or tell who runs it.</source>
        <translation>Der Server hat die Übertragung nicht verstanden (%1). Versuchen Sie es erneut oder sagen Sie es dem Betreiber.</translation>
    </message>
    <message>
        <source>The server&apos;s answer was not understood. Retry, or tell who runs it.</source>
        <translation>Die Antwort des Servers war nicht verständlich. Versuchen Sie es erneut oder sagen Sie es dem Betreiber.</translation>
    </message>
    <message>
        <source>The server refused the transfer (%1). Retry, or tell who runs it.</source>
        <translation>Der Server hat die Übertragung abgelehnt (%1). Versuchen Sie es erneut oder sagen Sie es dem Betreiber.</translation>
    </message>
    <message>
        <source>This server keeps no files for its rooms.</source>
        <translation>Dieser Server bewahrt für seine Räume keine Dateien auf.</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>The server&apos;s list of files was not understood.</source>
        <translation>Die Dateiliste des Servers war nicht verständlich.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Die Verbindung ist abgebrochen.</translation>
    </message>
    <message>
        <source>The server wants files unencrypted.</source>
        <translation>Der Server will Dateien unverschlüsselt.</translation>
    </message>
    <message>
        <source>The server wants files unencrypted. Parlour does not send them so.</source>
        <translation>Der Server will Dateien unverschlüsselt. So sendet Parlour sie nicht.</translation>
    </message>
    <message>
        <source>The connection to the file service broke off. Retry to go on where it was.</source>
        <translation>Die Verbindung zum Dateidienst ist abgebrochen. Versuchen Sie es erneut, um dort weiterzumachen.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Files cannot be moved here.</source>
        <translation>Dateien können hier nicht übertragen werden.</translation>
    </message>
    <message>
        <source>This program cannot move files.</source>
        <translation>Dieses Programm kann keine Dateien übertragen.</translation>
    </message>
    <message>
        <source>The room is not open.</source>
        <translation>Der Raum ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>Files are not allowed in this room. Its managers can change that.</source>
        <translation>Dateien sind in diesem Raum nicht erlaubt. Seine Manager können das ändern.</translation>
    </message>
    <message>
        <source>You may read this room, not post in it.</source>
        <translation>Sie dürfen diesen Raum lesen, aber nichts darin posten.</translation>
    </message>
    <message>
        <source>%1 is a folder. Put it into an archive and attach that.</source>
        <translation>%1 ist ein Ordner. Packen Sie ihn in ein Archiv und hängen Sie dieses an.</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>%1 has a name that cannot be used.</source>
        <translation>%1 hat einen Namen, der nicht verwendet werden kann.</translation>
    </message>
    <message>
        <source>%1 may not be read by you.</source>
        <translation>%1 dürfen Sie nicht lesen.</translation>
    </message>
    <message>
        <source>%1 is no longer where it was. Attach it again.</source>
        <translation>%1 ist nicht mehr dort, wo es war. Hängen Sie es erneut an.</translation>
    </message>
    <message>
        <source>%1 was changed meanwhile. Attach it again.</source>
        <translation>%1 wurde inzwischen geändert. Hängen Sie es erneut an.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The certificate of the server&apos;s file service is not trusted.</source>
        <translation>Dem Zertifikat des Dateidienstes wird nicht vertraut.</translation>
    </message>
    <message>
        <source>The server&apos;s file service cannot be reached.</source>
        <translation>Der Dateidienst des Servers ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The connection to the file service broke off.</source>
        <translation>Die Verbindung zum Dateidienst ist abgebrochen.</translation>
    </message>
    <message>
        <source>The file cannot be saved: %1. Choose another folder.</source>
        <translation>Die Datei kann nicht gespeichert werden: %1. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1. Make room, or save it elsewhere.</source>
        <translation>Die Datei kann nicht geschrieben werden: %1. Schaffen Sie Platz oder speichern Sie sie woanders.</translation>
    </message>
</context>
<context>
    <name>Parlour::Core::HistoryExport</name>
    <message>
        <source>You are no longer in this room.</source>
        <translation>Sie sind nicht mehr in diesem Raum.</translation>
    </message>
    <message>
        <source>The history can be exported while you are connected.</source>
        <translation>Der Verlauf kann exportiert werden, solange Sie verbunden sind.</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The connection was lost. Nothing was written; export again when it is back.</source>
        <translation>Die Verbindung ist abgebrochen. Es wurde nichts geschrieben; exportieren Sie erneut, wenn sie wieder da ist.</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>These are more than %Ln messages. Choose a shorter time.</source>
        <translation>
            <numerusform>Das sind mehr als %Ln Nachricht. Wählen Sie einen kürzeren Zeitraum.</numerusform>
            <numerusform>Das sind mehr als %Ln Nachrichten. Wählen Sie einen kürzeren Zeitraum.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Core::HistoryFormat</name>
    <message>
        <source>[File: %1]</source>
        <translation>[Datei: %1]</translation>
    </message>
    <message>
        <source>[File: %1, %2]</source>
        <translation>[Datei: %1, %2]</translation>
    </message>
    <message>
        <source>A message was removed</source>
        <translation>Eine Nachricht wurde entfernt</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Alle Nachrichten</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Ab %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Exported %1. All times are UTC.</source>
        <translation>Exportiert %1. Alle Zeiten sind UTC.</translation>
    </message>
    <message>
        <source>high importance</source>
        <translation>hohe Wichtigkeit</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
</context>
<context>
    <name>Parlour::Core::WhyNot</name>
    <message numerus="yes">
        <source>%1 or one of %n others</source>
        <translation>
            <numerusform>%1 oder eine weitere Person</numerusform>
            <numerusform>%1 oder eine von %n weiteren Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n others</source>
        <translation>
            <numerusform>%1 und eine weitere Person</numerusform>
            <numerusform>%1 und %n weitere Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>You were removed from this room. As a manager you can add yourself again.</source>
        <translation>Sie wurden aus diesem Raum entfernt. Als Manager können Sie sich wieder hinzufügen.</translation>
    </message>
    <message>
        <source>a manager of the room</source>
        <translation>einen Manager des Raums</translation>
    </message>
    <message>
        <source>You were removed from this room.</source>
        <translation>Sie wurden aus diesem Raum entfernt.</translation>
    </message>
    <message>
        <source>To come back, ask %1.</source>
        <translation>Wenn Sie zurückkommen möchten, fragen Sie %1.</translation>
    </message>
    <message>
        <source>This room was disabled by a manager. You can read its history.</source>
        <translation>Dieser Raum wurde von einem Manager deaktiviert. Sie können seinen Verlauf lesen.</translation>
    </message>
    <message>
        <source>This room was deleted. What you read of it stays here until you take it off your list.</source>
        <translation>Dieser Raum wurde gelöscht. Was Sie davon gelesen haben, bleibt hier, bis Sie ihn aus Ihrer Liste nehmen.</translation>
    </message>
    <message>
        <source>Members only. Ask a manager of the room to add you.</source>
        <translation>Nur für Mitglieder. Bitten Sie einen Manager des Raums, Sie hinzuzufügen.</translation>
    </message>
    <message>
        <source>Members only. Ask %1.</source>
        <translation>Nur für Mitglieder. Fragen Sie %1.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The category of this room does not admit your account.</source>
        <translation>Die Kategorie dieses Raums lässt Ihr Konto nicht zu.</translation>
    </message>
    <message>
        <source>The category %1 does not admit your account.</source>
        <translation>Die Kategorie %1 lässt Ihr Konto nicht zu.</translation>
    </message>
    <message>
        <source>Ask your administrator.</source>
        <translation>Fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>This room does not exist, or you cannot see it. Check the link, or ask whoever gave it to you.</source>
        <translation>Diesen Raum gibt es nicht oder Sie können ihn nicht sehen. Prüfen Sie den Link oder fragen Sie, wer ihn Ihnen gegeben hat.</translation>
    </message>
    <message>
        <source>This room is disabled. An administrator can turn it on again.</source>
        <translation>Dieser Raum ist deaktiviert. Ein Administrator kann ihn wieder aktivieren.</translation>
    </message>
    <message>
        <source>You manage this room but are no member of it. Add yourself to its members to join.</source>
        <translation>Sie verwalten diesen Raum, sind aber kein Mitglied. Fügen Sie sich den Mitgliedern hinzu, um beizutreten.</translation>
    </message>
    <message>
        <source>The presenter is %1.</source>
        <translation>Referent ist %1.</translation>
    </message>
    <message>
        <source>Presenters are %1.</source>
        <translation>Referenten sind %1.</translation>
    </message>
    <message>
        <source>To become one, ask %1.</source>
        <translation>Wenn Sie Referent werden möchten, fragen Sie %1.</translation>
    </message>
    <message>
        <source>As a manager you can make yourself one.</source>
        <translation>Als Manager können Sie sich selbst dazu machen.</translation>
    </message>
    <message>
        <source>Only presenters post here.</source>
        <translation>Nur Referenten posten hier.</translation>
    </message>
    <message>
        <source>Open the room to post in it.</source>
        <translation>Öffnen Sie den Raum, um darin zu posten.</translation>
    </message>
    <message>
        <source>You may read this room, not post in it.</source>
        <translation>Sie dürfen diesen Raum lesen, aber nichts darin posten.</translation>
    </message>
    <message>
        <source>If you need to, ask %1.</source>
        <translation>Wenn Sie das brauchen, fragen Sie %1.</translation>
    </message>
    <message>
        <source>your administrator</source>
        <translation>Ihren Administrator</translation>
    </message>
    <message>
        <source>Only managers change this room.</source>
        <translation>Nur Manager ändern diesen Raum.</translation>
    </message>
    <message>
        <source>Ask %1.</source>
        <translation>Fragen Sie %1.</translation>
    </message>
</context>
<context>
    <name>Parlour::Core::Words</name>
    <message>
        <source>The room is not in your list.</source>
        <translation>Der Raum ist nicht in Ihrer Liste.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Die Verbindung ist abgebrochen.</translation>
    </message>
    <message>
        <source>Looking for the server</source>
        <translation>Server wird gesucht</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung läuft</translation>
    </message>
    <message>
        <source>Reading the settings of your account</source>
        <translation>Einstellungen Ihres Kontos werden gelesen</translation>
    </message>
    <message>
        <source>Reading the rooms you follow</source>
        <translation>Räume, denen Sie folgen, werden gelesen</translation>
    </message>
    <message>
        <source>Opening the chat session</source>
        <translation>Chatsitzung wird geöffnet</translation>
    </message>
    <message>
        <source>Asking for the server&apos;s limits</source>
        <translation>Grenzen des Servers werden abgefragt</translation>
    </message>
    <message>
        <source>Asking for the rooms you are a member of</source>
        <translation>Räume, in denen Sie Mitglied sind, werden abgefragt</translation>
    </message>
    <message>
        <source>Asking for the rooms you manage</source>
        <translation>Räume, die Sie verwalten, werden abgefragt</translation>
    </message>
    <message>
        <source>Joining the rooms you follow</source>
        <translation>Räumen, denen Sie folgen, wird beigetreten</translation>
    </message>
    <message>
        <source>Joining the rooms that were open</source>
        <translation>Räumen, die geöffnet waren, wird beigetreten</translation>
    </message>
    <message>
        <source>Fetching recent messages</source>
        <translation>Neueste Nachrichten werden geholt</translation>
    </message>
    <message>
        <source>Asking for invitations</source>
        <translation>Einladungen werden abgefragt</translation>
    </message>
    <message>
        <source>Cannot find the server.</source>
        <translation>Der Server ist nicht zu finden.</translation>
    </message>
    <message>
        <source>Cannot reach the server.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Cannot sign in.</source>
        <translation>Die Anmeldung ist nicht möglich.</translation>
    </message>
    <message>
        <source>Cannot read the settings of your account.</source>
        <translation>Die Einstellungen Ihres Kontos sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Cannot read the rooms you follow.</source>
        <translation>Die Räume, denen Sie folgen, sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Cannot open the chat session.</source>
        <translation>Die Chatsitzung lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Cannot read the server&apos;s limits.</source>
        <translation>Die Grenzen des Servers sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Cannot read the rooms you are a member of.</source>
        <translation>Die Räume, in denen Sie Mitglied sind, sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Cannot read the rooms you manage.</source>
        <translation>Die Räume, die Sie verwalten, sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Cannot join the rooms you follow.</source>
        <translation>Den Räumen, denen Sie folgen, kann nicht beigetreten werden.</translation>
    </message>
    <message>
        <source>Cannot join the rooms that were open.</source>
        <translation>Den Räumen, die geöffnet waren, kann nicht beigetreten werden.</translation>
    </message>
    <message>
        <source>Cannot fetch recent messages.</source>
        <translation>Die neuesten Nachrichten können nicht geholt werden.</translation>
    </message>
    <message>
        <source>Cannot read your invitations.</source>
        <translation>Ihre Einladungen sind nicht lesbar.</translation>
    </message>
    <message>
        <source>You were removed from this room.</source>
        <translation>Sie wurden aus diesem Raum entfernt.</translation>
    </message>
    <message>
        <source>This room was disabled by a manager. You can read its history.</source>
        <translation>Dieser Raum wurde von einem Manager deaktiviert. Sie können seinen Verlauf lesen.</translation>
    </message>
    <message>
        <source>This room was deleted.</source>
        <translation>Dieser Raum wurde gelöscht.</translation>
    </message>
    <message>
        <source>You are no longer in this room.</source>
        <translation>Sie sind nicht mehr in diesem Raum.</translation>
    </message>
    <message>
        <source>Check the sign-in address and the password.</source>
        <translation>Prüfen Sie die Anmeldeadresse und das Kennwort.</translation>
    </message>
    <message>
        <source>Compare its fingerprint with the one your administrator gives you.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem, den Ihr Administrator Ihnen gibt.</translation>
    </message>
    <message>
        <source>Ask your administrator whether chat is turned on for your account.</source>
        <translation>Fragen Sie Ihren Administrator, ob Chat für Ihr Konto eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Parlour tries again by itself. Nothing is lost.</source>
        <translation>Parlour versucht es von selbst erneut. Es geht nichts verloren.</translation>
    </message>
    <message>
        <source>Check the network, or try again in a minute.</source>
        <translation>Prüfen Sie das Netzwerk oder versuchen Sie es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>Tell your administrator which server and version this is.</source>
        <translation>Sagen Sie Ihrem Administrator, welcher Server und welche Version das ist.</translation>
    </message>
    <message>
        <source>Check the sign-in address, or enter the server&apos;s name.</source>
        <translation>Prüfen Sie die Anmeldeadresse oder geben Sie den Namen des Servers ein.</translation>
    </message>
    <message>
        <source>Check the sign-in address.</source>
        <translation>Prüfen Sie die Anmeldeadresse.</translation>
    </message>
    <message>
        <source>Ask your administrator for the address of the chat pool.</source>
        <translation>Fragen Sie Ihren Administrator nach der Adresse des Chatpools.</translation>
    </message>
    <message>
        <source>Check the server&apos;s name and port, or choose Find automatically.</source>
        <translation>Prüfen Sie Name und Port des Servers oder wählen Sie „Automatisch suchen“.</translation>
    </message>
    <message>
        <source>Check the network.</source>
        <translation>Prüfen Sie das Netzwerk.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, copy the details for your administrator.</source>
        <translation>Versuchen Sie es erneut. Bleibt es so, kopieren Sie die Details für Ihren Administrator.</translation>
    </message>
    <message>
        <source>The message cache could not be read. It was put aside and a new one begun; history loads again from the server.</source>
        <translation>Der Nachrichtencache konnte nicht gelesen werden. Er wurde beiseitegelegt und ein neuer begonnen; der Verlauf wird wieder vom Server geladen.</translation>
    </message>
    <message>
        <source>This computer has no room for the message cache. Chat goes on; new messages are not kept for reading offline until there is space.</source>
        <translation>Auf diesem Computer ist kein Platz für den Nachrichtencache. Der Chat geht weiter; neue Nachrichten werden erst wieder zum Offlinelesen behalten, wenn Platz da ist.</translation>
    </message>
    <message>
        <source>The message cache keeps new messages again.</source>
        <translation>Der Nachrichtencache behält neue Nachrichten wieder.</translation>
    </message>
    <message>
        <source>There is no message cache on this computer.</source>
        <translation>Auf diesem Computer gibt es keinen Nachrichtencache.</translation>
    </message>
    <message>
        <source>The transfers of files cannot be kept on this computer: %1</source>
        <translation>Die Dateiübertragungen können auf diesem Computer nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Mute for 1 hour</source>
        <translation>1 Stunde stummschalten</translation>
    </message>
    <message numerus="yes">
        <source>%n new in %1</source>
        <translation>
            <numerusform>%n neue in %1</numerusform>
            <numerusform>%n neue in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>You are invited to %1.</source>
        <translation>Sie sind in %1 eingeladen.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>%1 asks to join</source>
        <translation>%1 bittet um Beitritt</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>The message was not sent before Parlour ended.</source>
        <translation>Die Nachricht wurde nicht gesendet, bevor Parlour beendet wurde.</translation>
    </message>
    <message>
        <source>The message was not sent. There was no connection.</source>
        <translation>Die Nachricht wurde nicht gesendet. Es gab keine Verbindung.</translation>
    </message>
    <message>
        <source>The server took the message but did not confirm it.</source>
        <translation>Der Server hat die Nachricht angenommen, aber nicht bestätigt.</translation>
    </message>
    <message>
        <source>There is no server named %1.</source>
        <translation>Es gibt keinen Server namens %1.</translation>
    </message>
    <message>
        <source>%1 would be used without encryption, which is not allowed.</source>
        <translation>%1 würde unverschlüsselt verwendet, und das ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. %2</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut. %2</translation>
    </message>
    <message>
        <source>No server for %1 was found.</source>
        <translation>Für %1 wurde kein Server gefunden.</translation>
    </message>
    <message>
        <source>Messages that wait to be sent cannot be kept on this computer: %1</source>
        <translation>Nachrichten, die aufs Senden warten, können auf diesem Computer nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>The server does not answer on port %1.</source>
        <translation>Der Server antwortet nicht auf Port %1.</translation>
    </message>
    <message>
        <source>The server refused the connection.</source>
        <translation>Der Server hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>The server and this computer could not agree on encryption.</source>
        <translation>Der Server und dieser Computer konnten sich nicht auf eine Verschlüsselung einigen.</translation>
    </message>
    <message>
        <source>The connection failed.</source>
        <translation>Die Verbindung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate could not be stored.</source>
        <translation>Das Zertifikat des Servers konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a person or a group.</source>
        <translation>„%1“ ist keine Adresse einer Person oder Gruppe.</translation>
    </message>
    <message>
        <source>A room needs a name.</source>
        <translation>Ein Raum braucht einen Namen.</translation>
    </message>
    <message>
        <source>A room needs a category.</source>
        <translation>Ein Raum braucht eine Kategorie.</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Es gibt keine Verbindung.</translation>
    </message>
    <message>
        <source>The room is still followed.</source>
        <translation>Dem Raum wird weiterhin gefolgt.</translation>
    </message>
    <message>
        <source>The room could not be followed.</source>
        <translation>Dem Raum konnte nicht gefolgt werden.</translation>
    </message>
    <message>
        <source>This server takes no requests to join.</source>
        <translation>Dieser Server nimmt keine Beitrittsanfragen an.</translation>
    </message>
    <message>
        <source>The server created the room but did not say its address.</source>
        <translation>Der Server hat den Raum erstellt, aber seine Adresse nicht genannt.</translation>
    </message>
    <message>
        <source>The room is not available.</source>
        <translation>Der Raum ist nicht verfügbar.</translation>
    </message>
    <message>
        <source>The link names no message that can exist.</source>
        <translation>Der Link nennt keine Nachricht, die es geben kann.</translation>
    </message>
    <message>
        <source>The room was closed meanwhile.</source>
        <translation>Der Raum wurde inzwischen geschlossen.</translation>
    </message>
    <message>
        <source>The chat session was lost.</source>
        <translation>Die Chatsitzung ist abgebrochen.</translation>
    </message>
    <message>
        <source>The chat session was opened anew.</source>
        <translation>Die Chatsitzung wurde neu geöffnet.</translation>
    </message>
    <message>
        <source>The chat session was closed.</source>
        <translation>Die Chatsitzung wurde geschlossen.</translation>
    </message>
    <message>
        <source>The server did not take the request.</source>
        <translation>Der Server hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>The message was not delivered.</source>
        <translation>Die Nachricht wurde nicht zugestellt.</translation>
    </message>
    <message>
        <source>The server ended the chat session.</source>
        <translation>Der Server hat die Chatsitzung beendet.</translation>
    </message>
    <message>
        <source>The server had forgotten the sign-in.</source>
        <translation>Der Server kannte die Anmeldung nicht mehr.</translation>
    </message>
    <message>
        <source>The server did not answer any more.</source>
        <translation>Der Server hat nicht mehr geantwortet.</translation>
    </message>
    <message>
        <source>Signed out by the server. Your account was disabled.</source>
        <translation>Vom Server abgemeldet. Ihr Konto wurde deaktiviert.</translation>
    </message>
    <message>
        <source>Signed out by the server. You signed in on too many other computers.</source>
        <translation>Vom Server abgemeldet. Sie haben sich an zu vielen anderen Computern angemeldet.</translation>
    </message>
    <message>
        <source>Your account moved to another server.</source>
        <translation>Ihr Konto ist auf einen anderen Server umgezogen.</translation>
    </message>
    <message>
        <source>The server ended the sign-in.</source>
        <translation>Der Server hat die Anmeldung beendet.</translation>
    </message>
    <message>
        <source>The server took the request but sent no answer.</source>
        <translation>Der Server hat die Anfrage angenommen, aber keine Antwort gesendet.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Der Server antwortet nicht.</translation>
    </message>
    <message>
        <source>The server says: %1.</source>
        <translation>Der Server sagt: %1.</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>Das Kennwort ist nicht richtig.</translation>
    </message>
    <message>
        <source>You are not permitted to.</source>
        <translation>Sie haben keine Berechtigung dazu.</translation>
    </message>
    <message>
        <source>The server does not know this address.</source>
        <translation>Der Server kennt diese Adresse nicht.</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>Der Server ist ausgelastet.</translation>
    </message>
    <message>
        <source>It is not available now.</source>
        <translation>Im Moment ist das nicht verfügbar.</translation>
    </message>
    <message>
        <source>The server does not support it.</source>
        <translation>Der Server unterstützt das nicht.</translation>
    </message>
    <message>
        <source>It is too large for the server.</source>
        <translation>Das ist zu groß für den Server.</translation>
    </message>
    <message>
        <source>It was changed elsewhere at the same time.</source>
        <translation>Es wurde gleichzeitig an anderer Stelle geändert.</translation>
    </message>
    <message>
        <source>The server ended the session.</source>
        <translation>Der Server hat die Sitzung beendet.</translation>
    </message>
    <message>
        <source>The server reported an error.</source>
        <translation>Der Server hat einen Fehler gemeldet.</translation>
    </message>
    <message>
        <source>The subscription failed.</source>
        <translation>Das Abonnement ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Cannot trust the server.</source>
        <translation>Dem Server kann nicht vertraut werden.</translation>
    </message>
    <message>
        <source>Cannot sign in. The servers point at each other in a circle.</source>
        <translation>Die Anmeldung ist nicht möglich. Die Server verweisen im Kreis aufeinander.</translation>
    </message>
    <message>
        <source>the chat service is looked up</source>
        <translation>der Chatdienst wird gesucht</translation>
    </message>
    <message numerus="yes">
        <source>%n rooms followed</source>
        <translation>
            <numerusform>%n Raum gefolgt</numerusform>
            <numerusform>%n Räumen gefolgt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms joined</source>
        <translation>
            <numerusform>%n Raum beigetreten</numerusform>
            <numerusform>%n Räumen beigetreten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms</source>
        <translation>
            <numerusform>%n Raum</numerusform>
            <numerusform>%n Räume</numerusform>
        </translation>
    </message>
    <message>
        <source>no room is followed</source>
        <translation>es wird keinem Raum gefolgt</translation>
    </message>
    <message>
        <source>no room was open</source>
        <translation>kein Raum war geöffnet</translation>
    </message>
    <message>
        <source>no room is joined</source>
        <translation>keinem Raum beigetreten</translation>
    </message>
    <message numerus="yes">
        <source>%n rooms up to date</source>
        <translation>
            <numerusform>%n Raum auf dem neuesten Stand</numerusform>
            <numerusform>%n Räume auf dem neuesten Stand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot sign in. The server did not accept the password.</source>
        <translation>Die Anmeldung ist nicht möglich. Der Server hat das Kennwort nicht angenommen.</translation>
    </message>
    <message>
        <source>Cannot sign in. The server does not serve this address.</source>
        <translation>Die Anmeldung ist nicht möglich. Der Server ist für diese Adresse nicht zuständig.</translation>
    </message>
    <message>
        <source>Cannot open the chat session. You are not permitted to use chat rooms here.</source>
        <translation>Die Chatsitzung lässt sich nicht öffnen. Sie dürfen Chaträume hier nicht verwenden.</translation>
    </message>
    <message>
        <source>Cannot open the chat session. The chat pool does not exist.</source>
        <translation>Die Chatsitzung lässt sich nicht öffnen. Den Chatpool gibt es nicht.</translation>
    </message>
    <message>
        <source>Cannot open the chat session. The chat service is not running.</source>
        <translation>Die Chatsitzung lässt sich nicht öffnen. Der Chatdienst läuft nicht.</translation>
    </message>
    <message>
        <source>Cannot open the chat session. The server refused this kind of session.</source>
        <translation>Die Chatsitzung lässt sich nicht öffnen. Der Server hat diese Art von Sitzung abgelehnt.</translation>
    </message>
    <message>
        <source>Persistent chat is switched off for your account.</source>
        <translation>Beständiger Chat ist für Ihr Konto ausgeschaltet.</translation>
    </message>
    <message>
        <source>The server has no chat service for your account.</source>
        <translation>Der Server hat keinen Chatdienst für Ihr Konto.</translation>
    </message>
    <message>
        <source>The chat service ended the session. You are not permitted to use chat rooms here.</source>
        <translation>Der Chatdienst hat die Sitzung beendet. Sie dürfen Chaträume hier nicht verwenden.</translation>
    </message>
    <message>
        <source>They are not on this computer and load when the connection is back.</source>
        <translation>Sie sind nicht auf diesem Computer und werden geladen, wenn die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <source>The message is not there any more.</source>
        <translation>Die Nachricht ist nicht mehr da.</translation>
    </message>
    <message numerus="yes">
        <source>%n rooms</source>
        <comment>where messages were caught up</comment>
        <translation>
            <numerusform>%n Raum</numerusform>
            <numerusform>%n Räumen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages caught up in %1</source>
        <translation>
            <numerusform>%n Nachricht in %1 nachgeholt</numerusform>
            <numerusform>%n Nachrichten in %1 nachgeholt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them mention you</source>
        <translation>
            <numerusform>%n davon erwähnt Sie</numerusform>
            <numerusform>%n davon erwähnen Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A request takes up to %n characters of text.</source>
        <translation>
            <numerusform>Eine Anfrage fasst bis zu %n Zeichen Text.</numerusform>
            <numerusform>Eine Anfrage fasst bis zu %n Zeichen Text.</numerusform>
        </translation>
    </message>
    <message>
        <source>This server does not let clients manage rooms. Manage them at %1.</source>
        <translation>Auf diesem Server können Clients keine Räume verwalten. Verwalten Sie sie unter %1.</translation>
    </message>
    <message>
        <source>This server does not let clients manage rooms. Ask your administrator to do it.</source>
        <translation>Auf diesem Server können Clients keine Räume verwalten. Bitten Sie Ihren Administrator darum.</translation>
    </message>
    <message>
        <source>The server sent an answer of another kind.</source>
        <translation>Der Server hat eine Antwort anderer Art gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n rooms joined, %1 not available</source>
        <translation>
            <numerusform>%n Raum beigetreten, %1 nicht verfügbar</numerusform>
            <numerusform>%n Räumen beigetreten, %1 nicht verfügbar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The server cannot reach the home of your account.</source>
        <translation>%1 Der Server erreicht den Heimatserver Ihres Kontos nicht.</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::ChatWords</name>
    <message>
        <source>INFO · %1 reply</source>
        <translation>INFO · Antwort auf %1</translation>
    </message>
    <message>
        <source>INFO · %1 notice</source>
        <translation>INFO · Mitteilung %1</translation>
    </message>
    <message>
        <source>INFO · %1</source>
        <translation>INFO · %1</translation>
    </message>
    <message>
        <source>INFO · chat message</source>
        <translation>INFO · Chatnachricht</translation>
    </message>
    <message>
        <source>INFO · error report</source>
        <translation>INFO · Fehlerbericht</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::CommandWords</name>
    <message>
        <source>member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>%1, last %2</source>
        <translation>%1, die letzten %2</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>asks to join %1</source>
        <translation>bittet um Beitritt zu %1</translation>
    </message>
    <message>
        <source>lets %1 into %2</source>
        <translation>lässt %1 in %2 ein</translation>
    </message>
    <message>
        <source>does not let %1 into %2</source>
        <translation>lässt %1 nicht in %2 ein</translation>
    </message>
    <message>
        <source>no longer asks to join %1</source>
        <translation>bittet nicht mehr um Beitritt zu %1</translation>
    </message>
    <message>
        <source>all rooms</source>
        <translation>alle Räume</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1, from message %2</source>
        <translation>%1, ab Nachricht %2</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::DateWords</name>
    <message>
        <source>h:mm ap</source>
        <comment>a time format of 12 hours</comment>
        <translation>h:mm ap</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday and date: Thursday 12 November</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Gestern, %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation>Gestern %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday and time: Thu 16:20</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::DigestModel</name>
    <message>
        <source>%1 unread</source>
        <translation>%1 ungelesen</translation>
    </message>
    <message>
        <source>mentions of you: %1</source>
        <translation>Erwähnungen von Ihnen: %1</translation>
    </message>
    <message>
        <source>high importance</source>
        <translation>hohe Wichtigkeit</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stummgeschaltet</translation>
    </message>
    <message>
        <source>%1 earlier in this room</source>
        <translation>%1 frühere in diesem Raum</translation>
    </message>
    <message>
        <source>mentions you</source>
        <translation>erwähnt Sie</translation>
    </message>
    <message>
        <source>keyword %1</source>
        <translation>Stichwort %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::DocumentWords</name>
    <message>
        <source>roomSetting × %1</source>
        <translation>roomSetting × %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>publish %1</source>
        <translation>%1 veröffentlichen</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>registration ended: %1</source>
        <translation>Registrierung beendet: %1</translation>
    </message>
    <message>
        <source>presence of %1</source>
        <translation>Anwesenheit von %1</translation>
    </message>
    <message>
        <source>containers</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>subscribers</source>
        <translation>Abonnenten</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::ExportWords</name>
    <message>
        <source>This file is not a saved trace.</source>
        <translation>Diese Datei ist keine gespeicherte Aufzeichnung.</translation>
    </message>
    <message>
        <source>This trace is too large to open.</source>
        <translation>Diese Aufzeichnung ist zu groß zum Öffnen.</translation>
    </message>
    <message>
        <source>This trace was saved by a newer version of Parlour.</source>
        <translation>Diese Aufzeichnung wurde von einer neueren Version von Parlour gespeichert.</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::FeedModel</name>
    <message>
        <source>This message is not on this computer yet.</source>
        <translation>Diese Nachricht ist noch nicht auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::MessageSearchModel</name>
    <message numerus="yes">
        <source>Show %n more in this room</source>
        <translation>
            <numerusform>%n weitere in diesem Raum zeigen</numerusform>
            <numerusform>%n weitere in diesem Raum zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1 in %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n message(s)</source>
        <translation>
            <numerusform>%1, %n Nachricht</numerusform>
            <numerusform>%1, %n Nachrichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Models::MoreWords</name>
    <message numerus="yes">
        <source>… %Ln more rooms</source>
        <translation>
            <numerusform>… %Ln weiterer Raum</numerusform>
            <numerusform>… %Ln weitere Räume</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more people</source>
        <translation>
            <numerusform>… %Ln weitere Person</numerusform>
            <numerusform>… %Ln weitere Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more messages</source>
        <translation>
            <numerusform>… %Ln weitere Nachricht</numerusform>
            <numerusform>… %Ln weitere Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more invitations</source>
        <translation>
            <numerusform>… %Ln weitere Einladung</numerusform>
            <numerusform>… %Ln weitere Einladungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more categories</source>
        <translation>
            <numerusform>… %Ln weitere Kategorie</numerusform>
            <numerusform>… %Ln weitere Kategorien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more %1</source>
        <comment>the name of an element</comment>
        <translation>
            <numerusform>… %Ln × %1</numerusform>
            <numerusform>… %Ln × %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more characters</source>
        <translation>
            <numerusform>… %Ln weiteres Zeichen</numerusform>
            <numerusform>… %Ln weitere Zeichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Models::NoticeWords</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 was let into %2</source>
        <translation>%1 wurde in %2 eingelassen</translation>
    </message>
    <message>
        <source>%1 was not let into %2</source>
        <translation>%1 wurde nicht in %2 eingelassen</translation>
    </message>
    <message>
        <source>%1 no longer asks to join %2</source>
        <translation>%1 bittet nicht mehr um Beitritt zu %2</translation>
    </message>
    <message>
        <source>%1 asks to join %2</source>
        <translation>%1 bittet um Beitritt zu %2</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::ParticipantModel</name>
    <message>
        <source>available</source>
        <translation>verfügbar</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>here now</source>
        <translation>jetzt hier</translation>
    </message>
    <message>
        <source>Managers</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>Presenters</source>
        <translation>Referenten</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>presenter</source>
        <translation>Referent</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::PrincipalListModel</name>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>account turned off</source>
        <translation>Konto ausgeschaltet</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>noch nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::ReplyWords</name>
    <message>
        <source>%1 joined</source>
        <translation>%1 beigetreten</translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1, more exist</source>
        <translation>%1, weitere vorhanden</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::RoomFilesModel</name>
    <message>
        <source>In quarantine</source>
        <translation>In Quarantäne</translation>
    </message>
    <message>
        <source>%1, from %2, %3, %4</source>
        <translation>%1, von %2, %3, %4</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::RoomListModel</name>
    <message>
        <source>Followed</source>
        <translation>Gefolgt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Rooms you follow stay here and open when you sign in.</source>
        <translation>Räume, denen Sie folgen, bleiben hier und öffnen sich bei der Anmeldung.</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Einladungen</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Feeds</translation>
    </message>
    <message>
        <source>Requests to join</source>
        <translation>Beitrittsanfragen</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>you were removed</source>
        <translation>Sie wurden entfernt</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>%1, asked by %2</source>
        <translation>%1, Anfrage von %2</translation>
    </message>
    <message>
        <source>Invitation to %1</source>
        <translation>Einladung in %1</translation>
    </message>
    <message>
        <source>%1, collapsed</source>
        <translation>%1, zugeklappt</translation>
    </message>
    <message>
        <source>%1, expanded</source>
        <translation>%1, aufgeklappt</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>Feed</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>no banners</source>
        <translation>keine Banner</translation>
    </message>
    <message>
        <source>open room</source>
        <translation>offener Raum</translation>
    </message>
    <message>
        <source>closed room</source>
        <translation>geschlossener Raum</translation>
    </message>
    <message>
        <source>secret room</source>
        <translation>geheimer Raum</translation>
    </message>
    <message>
        <source>room</source>
        <translation>Raum</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n Erwähnung</numerusform>
            <numerusform>%n Erwähnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>high importance</source>
        <translation>hohe Wichtigkeit</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stummgeschaltet</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>%n Raum</numerusform>
            <numerusform>%n Räume</numerusform>
        </translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>aufgeklappt</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::RoomSearchModel</name>
    <message>
        <source>%1, followed, %2</source>
        <translation>%1, gefolgt, %2</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::SipWords</name>
    <message>
        <source>with credentials</source>
        <translation>mit Anmeldedaten</translation>
    </message>
    <message>
        <source>to sign out</source>
        <translation>zum Abmelden</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>registered for %1 s</source>
        <translation>registriert für %1 s</translation>
    </message>
    <message>
        <source>provisioning</source>
        <translation>Bereitstellung</translation>
    </message>
    <message>
        <source>roaming self</source>
        <translation>Roaming-Daten</translation>
    </message>
    <message>
        <source>presence</source>
        <translation>Anwesenheit</translation>
    </message>
    <message>
        <source>%1, end</source>
        <translation>%1, Ende</translation>
    </message>
    <message>
        <source>%1, %2 challenge</source>
        <translation>%1, %2-Anforderung</translation>
    </message>
    <message>
        <source>session %1</source>
        <translation>Sitzung %1</translation>
    </message>
    <message>
        <source>refresh session</source>
        <translation>Sitzung auffrischen</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::TextWords</name>
    <message numerus="yes">
        <source>… %Ln more lines</source>
        <translation>
            <numerusform>… %Ln weitere Zeile</numerusform>
            <numerusform>… %Ln weitere Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more bytes</source>
        <translation>
            <numerusform>… %Ln weiteres Byte</numerusform>
            <numerusform>… %Ln weitere Bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Models::TimelineModel</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>high importance</source>
        <translation>hohe Wichtigkeit</translation>
    </message>
    <message>
        <source>mentions you</source>
        <translation>erwähnt Sie</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>waiting for the connection</source>
        <translation>wartet auf die Verbindung</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>A message was removed</source>
        <translation>Eine Nachricht wurde entfernt</translation>
    </message>
    <message>
        <source>Story: %1</source>
        <translation>Story: %1</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::WireReader</name>
    <message>
        <source>not a SIP message</source>
        <translation>keine SIP-Nachricht</translation>
    </message>
    <message>
        <source>unreadable chat document</source>
        <translation>unlesbares Chatdokument</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::WireSentence</name>
    <message>
        <source>Registration</source>
        <translation>Registrierung</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Dialog</source>
        <translation>Dialog</translation>
    </message>
    <message>
        <source>Chat command</source>
        <translation>Chatbefehl</translation>
    </message>
    <message>
        <source>Chat reply</source>
        <translation>Chatantwort</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Mitteilung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Front End</source>
        <translation>Front-End</translation>
    </message>
    <message>
        <source>Persistent Chat</source>
        <translation>Beständiger Chat</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::WireWords</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rooms</source>
        <translation>
            <numerusform>%Ln Raum</numerusform>
            <numerusform>%Ln Räume</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln Person</numerusform>
            <numerusform>%Ln Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln categories</source>
        <translation>
            <numerusform>%Ln Kategorie</numerusform>
            <numerusform>%Ln Kategorien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln invitations</source>
        <translation>
            <numerusform>%Ln Einladung</numerusform>
            <numerusform>%Ln Einladungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests to join</source>
        <translation>
            <numerusform>%Ln Beitrittsanfrage</numerusform>
            <numerusform>%Ln Beitrittsanfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln add-ins</source>
        <translation>
            <numerusform>%Ln Add-In</numerusform>
            <numerusform>%Ln Add-Ins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln errors</source>
        <translation>
            <numerusform>%Ln Fehler</numerusform>
            <numerusform>%Ln Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln followed rooms</source>
        <translation>
            <numerusform>%Ln gefolgter Raum</numerusform>
            <numerusform>%Ln gefolgte Räume</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln Byte</numerusform>
            <numerusform>%Ln Bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Platform::DBusNotifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>Parlour::Platform::DemoServer</name>
    <message>
        <source>The program parlour-server is not installed.</source>
        <translation>Das Programm parlour-server ist nicht installiert.</translation>
    </message>
    <message>
        <source>The demo server did not start.</source>
        <translation>Der Demoserver ist nicht gestartet.</translation>
    </message>
</context>
<context>
    <name>Parlour::Platform::Keychain</name>
    <message>
        <source>The keychain has no password for this account.</source>
        <translation>Der Schlüsselbund hat kein Kennwort für dieses Konto.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>This computer has no keychain that answers.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, der antwortet.</translation>
    </message>
</context>
<context>
    <name>Parlour::Platform::SingleInstance</name>
    <message>
        <source>Parlour runs already with this profile but does not answer.</source>
        <translation>Parlour läuft schon mit diesem Profil, antwortet aber nicht.</translation>
    </message>
    <message>
        <source>The link is too long.</source>
        <translation>Der Link ist zu lang.</translation>
    </message>
</context>
<context>
    <name>Parlour::Platform::TrayIcon</name>
    <message>
        <source>&amp;Open Parlour</source>
        <translation>Parlour &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>Parlour</source>
        <translation>Parlour</translation>
    </message>
    <message>
        <source>Parlour, %1 for you</source>
        <translation>Parlour, %1 für Sie</translation>
    </message>
</context>
<context>
    <name>Parlour::Program::Application</name>
    <message>
        <source>Use the form name@company.com.</source>
        <translation>Verwenden Sie die Form name@firma.de.</translation>
    </message>
    <message>
        <source>Starting the demo server</source>
        <translation>Demoserver wird gestartet</translation>
    </message>
    <message>
        <source>Install parlour-server on this computer, or sign in to another server.</source>
        <translation>Installieren Sie parlour-server auf diesem Computer oder melden Sie sich an einem anderen Server an.</translation>
    </message>
    <message>
        <source>The demo server has rooms with people posting in them. Open one, or find it by name.</source>
        <translation>Auf dem Demoserver gibt es Räume, in denen Leute posten. Öffnen Sie einen oder suchen Sie ihn nach Namen.</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>Diesem Server vertrauen?</translation>
    </message>
    <message>
        <source>%1 is not known on this computer.</source>
        <translation>%1 ist auf diesem Computer nicht bekannt.</translation>
    </message>
    <message>
        <source>It showed another certificate before. Ask its administrator.</source>
        <translation>Er hat vorher ein anderes Zertifikat gezeigt. Fragen Sie seinen Administrator.</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256): %1</source>
        <translation>Fingerabdruck (SHA-256): %1</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::AccountRow</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>&amp;Reduce animation</source>
        <translation>&amp;Animationen reduzieren</translation>
    </message>
    <message>
        <source>Parlour only animates progress bars and the jump to a message.</source>
        <translation>Parlour animiert nur Fortschrittsbalken und den Sprung zu einer Nachricht.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Follow the system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>Text and rows</source>
        <translation>Text und Zeilen</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>Te&amp;xtgröße</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>&amp;Timestamps</source>
        <translation>&amp;Zeitangaben</translation>
    </message>
    <message>
        <source>Beside each author, as the system</source>
        <translation>Neben jedem Autor, wie das System</translation>
    </message>
    <message>
        <source>Beside each author, 24-hour</source>
        <translation>Neben jedem Autor, 24 Stunden</translation>
    </message>
    <message>
        <source>Beside each author, 12-hour</source>
        <translation>Neben jedem Autor, 12 Stunden</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>&amp;Group messages from the same person within 5 minutes</source>
        <translation>Nachrichten derselben Person binnen 5 Minuten &amp;gruppieren</translation>
    </message>
    <message>
        <source>Open stor&amp;ies in full</source>
        <translation>Storys &amp;vollständig öffnen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::AskToJoinDialog</name>
    <message>
        <source>A manager of the room decides.</source>
        <translation>Ein Manager des Raums entscheidet.</translation>
    </message>
    <message>
        <source>%1 decides.</source>
        <translation>%1 entscheidet.</translation>
    </message>
    <message>
        <source>&amp;Why you want to join (optional)</source>
        <translation>&amp;Warum Sie beitreten möchten (optional)</translation>
    </message>
    <message>
        <source>Ask to join</source>
        <translation>Um Beitritt bitten</translation>
    </message>
    <message>
        <source>Ask to join %1</source>
        <translation>Um Beitritt zu %1 bitten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::AttachmentStrip</name>
    <message>
        <source>Do not attach %1</source>
        <translation>%1 nicht anhängen</translation>
    </message>
    <message>
        <source>%1, %2, attached</source>
        <translation>%1, %2, angehängt</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Angehängte Dateien</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::AttentionController</name>
    <message>
        <source>&amp;Unmute room</source>
        <translation>Stu&amp;mmschaltung aufheben</translation>
    </message>
    <message>
        <source>&amp;Mute room</source>
        <translation>Raum stu&amp;mmschalten</translation>
    </message>
    <message>
        <source>Mute for &amp;1 hour</source>
        <translation>&amp;1 Stunde stummschalten</translation>
    </message>
    <message>
        <source>&amp;Notify me about</source>
        <translation>&amp;Benachrichtigen über</translation>
    </message>
    <message>
        <source>&amp;Every message</source>
        <translation>&amp;Jede Nachricht</translation>
    </message>
    <message>
        <source>Mentions, keywords and &amp;high importance</source>
        <translation>Erwähnungen, Stichwörter und &amp;hohe Wichtigkeit</translation>
    </message>
    <message>
        <source>&amp;Mentions and keywords</source>
        <translation>&amp;Erwähnungen und Stichwörter</translation>
    </message>
    <message>
        <source>&amp;Nothing (muted)</source>
        <translation>&amp;Nichts (stummgeschaltet)</translation>
    </message>
    <message>
        <source>Mentions in m&amp;uted rooms</source>
        <translation>Er&amp;wähnungen in stummgeschalteten Räumen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::CacheBar</name>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Search index</source>
        <translation>Suchindex</translation>
    </message>
    <message>
        <source>%1 used of %2</source>
        <translation>%1 von %2 belegt</translation>
    </message>
    <message numerus="yes">
        <source>%n rooms</source>
        <translation>
            <numerusform>%n Raum</numerusform>
            <numerusform>%n Räume</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, oldest message %2</source>
        <translation>%1, älteste Nachricht %2</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::Composer</name>
    <message>
        <source>Back to a message</source>
        <translation>Zurück zu einer Nachricht</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Story</translation>
    </message>
    <message>
        <source>Title of the story</source>
        <translation>Titel der Story</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Nachricht an %1</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Message to %1</source>
        <translation>Nachricht an %1</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Eine Datei anhängen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ComposerEdit</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Add to dictionary</source>
        <translation>Zum Wörterbuch hinzufügen</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ComposerFoot</name>
    <message>
        <source>Post as a story</source>
        <translation>Als Story posten</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message numerus="yes">
        <source>%n characters too long</source>
        <translation>
            <numerusform>%n Zeichen zu lang</numerusform>
            <numerusform>%n Zeichen zu lang</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Enter posts the story</source>
        <translation>Strg+Eingabe postet die Story</translation>
    </message>
    <message>
        <source>Enter sends · Shift+Enter adds a line</source>
        <translation>Eingabe sendet · Umschalt+Eingabe: neue Zeile</translation>
    </message>
    <message>
        <source>Post story</source>
        <translation>Story posten</translation>
    </message>
    <message>
        <source>High importance</source>
        <translation>Hohe Wichtigkeit</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln characters used</source>
        <translation>
            <numerusform>%1 von %Ln Zeichen verwendet</numerusform>
            <numerusform>%1 von %Ln Zeichen verwendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ComposerToolbar</name>
    <message>
        <source>Write a story</source>
        <translation>Story schreiben</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Kursiv</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Unterstrichen</translation>
    </message>
    <message>
        <source>Strike through</source>
        <translation>Durchgestrichen</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Eine Datei anhängen</translation>
    </message>
    <message>
        <source>Emoticon</source>
        <translation>Emoticon</translation>
    </message>
    <message>
        <source>High importance</source>
        <translation>Hohe Wichtigkeit</translation>
    </message>
    <message>
        <source>Write a story (%1)</source>
        <translation>Story schreiben (%1)</translation>
    </message>
    <message>
        <source>Back to a message</source>
        <translation>Zurück zu einer Nachricht</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Parlour</source>
        <translation>Parlour</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ConnectionPage</name>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Find &amp;automatically</source>
        <translation>&amp;Automatisch suchen</translation>
    </message>
    <message>
        <source>Find &amp;automatically for %1</source>
        <translation>&amp;Automatisch suchen für %1</translation>
    </message>
    <message>
        <source>&amp;Use this server</source>
        <translation>&amp;Diesen Server verwenden</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Server name</source>
        <translation>Servername</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Applies at the next sign-in.</source>
        <translation>Gilt ab der nächsten Anmeldung.</translation>
    </message>
    <message>
        <source>If the connection drops</source>
        <translation>Wenn die Verbindung abbricht</translation>
    </message>
    <message>
        <source>&amp;Give up on a message after</source>
        <translation>Nachricht a&amp;ufgeben nach</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Open &amp;Wire view</source>
        <translation>&amp;Protokollansicht öffnen</translation>
    </message>
    <message>
        <source>Wire view keeps the latest messages in memory.</source>
        <translation>Behält die neuesten Nachrichten im Speicher.</translation>
    </message>
    <message>
        <source>Stop &amp;demo</source>
        <translation>Demo &amp;beenden</translation>
    </message>
    <message>
        <source>Start &amp;demo</source>
        <translation>Demo &amp;starten</translation>
    </message>
    <message>
        <source>Demo server on this computer</source>
        <translation>Demoserver auf diesem Computer</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ConnectionPresenter</name>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Connection lost at %1.</source>
        <translation>Die Verbindung ist um %1 abgebrochen.</translation>
    </message>
    <message>
        <source>It asked us to wait %1 s.</source>
        <translation>Er bat uns, %1 s zu warten.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Messages on this computer</source>
        <translation>Nachrichten auf diesem Computer</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Verbindung wird wiederhergestellt…</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>No answer for %1 s</source>
        <translation>Keine Antwort seit %1 s</translation>
    </message>
    <message>
        <source>Connecting again</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>Trying again in %1 s</source>
        <translation>Neuer Versuch in %1 s</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Kein Netzwerk</translation>
    </message>
    <message>
        <source>Connecting again.</source>
        <translation>Die Verbindung wird neu aufgebaut.</translation>
    </message>
    <message>
        <source>Trying again in %1 s.</source>
        <translation>Neuer Versuch in %1 s.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>Der Server ist ausgelastet.</translation>
    </message>
    <message>
        <source>This computer has no network.</source>
        <translation>Dieser Computer hat kein Netzwerk.</translation>
    </message>
    <message>
        <source>Parlour connects when it is back.</source>
        <translation>Parlour verbindet sich, wenn es wieder da ist.</translation>
    </message>
    <message>
        <source>Your password changed.</source>
        <translation>Ihr Passwort wurde geändert.</translation>
    </message>
    <message>
        <source>Your account was disabled.</source>
        <translation>Ihr Konto wurde deaktiviert.</translation>
    </message>
    <message>
        <source>Signed out by the server.</source>
        <translation>Vom Server abgemeldet.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Back online.</source>
        <translation>Wieder online.</translation>
    </message>
    <message>
        <source>%1 Messages you write now go out when you are back.</source>
        <translation>%1 Was Sie jetzt schreiben, geht hinaus, wenn Sie zurück sind.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages caught up in %1.</source>
        <translation>
            <numerusform>%n Nachricht in %1 nachgeholt.</numerusform>
            <numerusform>%n Nachrichten in %1 nachgeholt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms</source>
        <comment>where messages were caught up</comment>
        <translation>
            <numerusform>%n Raum</numerusform>
            <numerusform>%n Räumen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ContextPane</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Jump to message</source>
        <translation>Zur Nachricht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Around %1, %2</source>
        <translation>Um %1, %2</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::CopyLink</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::DateDialog</name>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>Go to date</source>
        <translation>Zu Datum gehen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::DateJump</name>
    <message>
        <source>%1 could not be shown</source>
        <translation>%1 konnte nicht gezeigt werden</translation>
    </message>
    <message>
        <source>No messages since then</source>
        <translation>Seitdem keine Nachrichten</translation>
    </message>
    <message>
        <source>The room has none since %1.</source>
        <translation>Der Raum hat keine seit %1.</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::DemoCard</name>
    <message>
        <source>Start demo</source>
        <translation>Demo starten</translation>
    </message>
    <message>
        <source>Start a local demo server. It runs only on this computer.</source>
        <translation>Startet einen lokalen Demoserver. Er läuft nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>New to Parlour?</source>
        <translation>Neu bei Parlour?</translation>
    </message>
    <message>
        <source>Try it now</source>
        <translation>Jetzt ausprobieren</translation>
    </message>
    <message>
        <source>Start a local demo server. It runs</source>
        <translation>Startet einen lokalen Demoserver. Er</translation>
    </message>
    <message>
        <source>only on this computer.</source>
        <translation>läuft nur auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::DigestDelegate</name>
    <message>
        <source>Mark read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>%1 earlier in this room</source>
        <translation>%1 frühere in diesem Raum</translation>
    </message>
    <message>
        <source>High importance</source>
        <translation>Hohe Wichtigkeit</translation>
    </message>
    <message>
        <source>Mentions you</source>
        <translation>Erwähnt Sie</translation>
    </message>
    <message>
        <source>Keyword: %1</source>
        <translation>Stichwort: %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::DigestPage</name>
    <message>
        <source>Mark all read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>Catch me up</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Erwähnungen</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Was neu ist</translation>
    </message>
    <message>
        <source>Back to the room</source>
        <translation>Zurück zum Raum</translation>
    </message>
    <message>
        <source>Unread messages of all rooms</source>
        <translation>Ungelesene Nachrichten aller Räume</translation>
    </message>
    <message>
        <source>Messages that mention you</source>
        <translation>Nachrichten, die Sie erwähnen</translation>
    </message>
    <message>
        <source>Enter opens the room at the message.</source>
        <translation>Eingabe öffnet den Raum bei der Nachricht.</translation>
    </message>
    <message>
        <source>Newest first. Keywords are in Preferences.</source>
        <translation>Neueste zuerst. Stichwörter stehen in den Einstellungen.</translation>
    </message>
    <message>
        <source>You are caught up</source>
        <translation>Sie sind auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>No room has unread messages.</source>
        <translation>In keinem Raum gibt es ungelesene Nachrichten.</translation>
    </message>
    <message>
        <source>No mentions</source>
        <translation>Keine Erwähnungen</translation>
    </message>
    <message>
        <source>Messages with your name or your keywords show here.</source>
        <translation>Nachrichten mit Ihrem Namen oder Ihren Stichwörtern erscheinen hier.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>&amp;Mark read up to here</source>
        <translation>&amp;Bis hierher als gelesen markieren</translation>
    </message>
    <message>
        <source>&amp;Mark read</source>
        <translation>Als &amp;gelesen markieren</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::EmoticonPopup</name>
    <message>
        <source>Emoticons</source>
        <translation>Emoticons</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ExportController</name>
    <message>
        <source>History exported</source>
        <translation>Verlauf exportiert</translation>
    </message>
    <message numerus="yes">
        <source>%n messages in %1.</source>
        <translation>
            <numerusform>%n Nachricht in %1.</numerusform>
            <numerusform>%n Nachrichten in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ExportDialog</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Auswählen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Die letzten 7 Tage</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Die letzten 30 Tage</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>Von Tag bis Tag</translation>
    </message>
    <message>
        <source>Export history of %1</source>
        <translation>Verlauf von %1 exportieren</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Nachrichten</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>The file appears when it is complete.</source>
        <translation>Die Datei erscheint, wenn sie fertig ist.</translation>
    </message>
    <message>
        <source>Give the whole name of a file.</source>
        <translation>Geben Sie den ganzen Namen einer Datei an.</translation>
    </message>
    <message>
        <source>There is no such folder. Choose another one.</source>
        <translation>Diesen Ordner gibt es nicht. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is a file with this name. Choose another name, or export again to replace it.</source>
        <translation>Es gibt schon eine Datei mit diesem Namen. Wählen Sie einen anderen Namen oder exportieren Sie noch einmal, um sie zu ersetzen.</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>Der Verlauf wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%n messages, back to %1</source>
        <translation>
            <numerusform>%n Nachricht, zurück bis %1</numerusform>
            <numerusform>%n Nachrichten, zurück bis %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FeedController</name>
    <message>
        <source>%1 – Parlour</source>
        <translation>%1 – Parlour</translation>
    </message>
    <message>
        <source>Delete the feed %1?</source>
        <translation>Den Feed %1 löschen?</translation>
    </message>
    <message>
        <source>Its list goes. The messages stay in their rooms.</source>
        <translation>Seine Liste verschwindet. Die Nachrichten bleiben in ihren Räumen.</translation>
    </message>
    <message>
        <source>Delete feed</source>
        <translation>Feed löschen</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FeedDialog</name>
    <message>
        <source>Show &amp;banners for this feed</source>
        <translation>&amp;Banner für diesen Feed zeigen</translation>
    </message>
    <message>
        <source>&amp;Delete feed…</source>
        <translation>Feed &amp;löschen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create feed</source>
        <translation>Feed erstellen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>New feed</source>
        <translation>Neuer Feed</translation>
    </message>
    <message>
        <source>Edit feed</source>
        <translation>Feed bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Your name, and these &amp;words</source>
        <translation>Ihr Name und diese &amp;Wörter</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Wörter</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;Match</source>
        <translation>&amp;Treffer</translation>
    </message>
    <message>
        <source>R&amp;ooms (none ticked: all)</source>
        <translation>&amp;Räume (keiner gewählt: alle)</translation>
    </message>
    <message>
        <source>All of the words</source>
        <translation>Alle Wörter</translation>
    </message>
    <message>
        <source>Any of the words</source>
        <translation>Eines der Wörter</translation>
    </message>
    <message>
        <source>The words as one phrase</source>
        <translation>Die Wörter als eine Wendung</translation>
    </message>
    <message>
        <source>Anybody. Add a name or an address</source>
        <translation>Alle. Name oder Adresse hinzufügen</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>%1 herausnehmen</translation>
    </message>
    <message>
        <source>Add a word or “exact phrase”</source>
        <translation>Ein Wort oder eine „genaue Wendung“ hinzufügen</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>Wort hinzufügen</translation>
    </message>
    <message>
        <source>What the feed would have now</source>
        <translation>Was jetzt im Feed wäre</translation>
    </message>
    <message>
        <source>A room that you left</source>
        <translation>Ein Raum, den Sie verlassen haben</translation>
    </message>
    <message>
        <source>Nobody in your rooms is called %1. Give the address, such as name@company.com.</source>
        <translation>Niemand in Ihren Räumen heißt %1. Geben Sie die Adresse an, etwa name@firma.de.</translation>
    </message>
    <message>
        <source>No message in memory fits</source>
        <translation>Keine Nachricht im Speicher passt</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n messages that fit</source>
        <translation>
            <numerusform>Die neueste passende Nachricht</numerusform>
            <numerusform>Die neuesten %n passenden Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages in memory fit</source>
        <translation>
            <numerusform>%n Nachricht im Speicher passt</numerusform>
            <numerusform>%n Nachrichten im Speicher passen</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard the changes?</source>
        <translation>Die Änderungen verwerfen?</translation>
    </message>
    <message>
        <source>The feed stays as it was.</source>
        <translation>Der Feed bleibt, wie er war.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message numerus="yes">
        <source>A feed has at most %n words.</source>
        <translation>
            <numerusform>Ein Feed hat höchstens %n Wort.</numerusform>
            <numerusform>Ein Feed hat höchstens %n Wörter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FeedPage</name>
    <message>
        <source>Messages with your name</source>
        <translation>Nachrichten mit Ihrem Namen</translation>
    </message>
    <message>
        <source>Messages with your name or %1</source>
        <translation>Nachrichten mit Ihrem Namen oder %1</translation>
    </message>
    <message>
        <source>Messages with %1</source>
        <translation>Nachrichten mit %1</translation>
    </message>
    <message>
        <source>All of: %1</source>
        <translation>Alle von: %1</translation>
    </message>
    <message>
        <source>Any of: %1</source>
        <translation>Eines von: %1</translation>
    </message>
    <message>
        <source>As one phrase: “%1”</source>
        <translation>Als eine Wendung: „%1“</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>in all your rooms</source>
        <translation>in allen Ihren Räumen</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Banners for this feed</source>
        <translation>Banner für diesen Feed</translation>
    </message>
    <message>
        <source>Edit feed</source>
        <translation>Feed bearbeiten</translation>
    </message>
    <message>
        <source>Messages of the feed</source>
        <translation>Nachrichten des Feeds</translation>
    </message>
    <message>
        <source>Back to the room</source>
        <translation>Zurück zum Raum</translation>
    </message>
    <message>
        <source>Banners for this feed: on</source>
        <translation>Banner für diesen Feed: ein</translation>
    </message>
    <message>
        <source>Banners for this feed: off</source>
        <translation>Banner für diesen Feed: aus</translation>
    </message>
    <message>
        <source>Looking for older messages…</source>
        <translation>Ältere Nachrichten werden gesucht…</translation>
    </message>
    <message>
        <source>Newest first. Enter opens the room at the message.</source>
        <translation>Neueste zuerst. Eingabe öffnet den Raum bei der Nachricht.</translation>
    </message>
    <message>
        <source>Looking for messages</source>
        <translation>Nachrichten werden gesucht</translation>
    </message>
    <message>
        <source>What your rooms have shows here.</source>
        <translation>Hier erscheint, was Ihre Räume haben.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>New messages that fit show here as they come.</source>
        <translation>Passende neue Nachrichten erscheinen hier, wie sie kommen.</translation>
    </message>
    <message>
        <source>&amp;Open at the message</source>
        <translation>Bei der Nachricht ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open the &amp;room</source>
        <translation>&amp;Raum öffnen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FieldBox</name>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FileCards</name>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>over an hour left</source>
        <translation>noch über eine Stunde</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet, bis sie an der Reihe ist</translation>
    </message>
    <message>
        <source>Waiting for the connection</source>
        <translation>Wartet auf die Verbindung</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Uploading %1%</source>
        <translation>Wird hochgeladen, %1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Gespeichert in %1</translation>
    </message>
    <message>
        <source>Failed at %1%</source>
        <translation>Fehlgeschlagen bei %1 %</translation>
    </message>
    <message>
        <source>In quarantine</source>
        <translation>In Quarantäne</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>Nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>File without a name</source>
        <translation>Datei ohne Namen</translation>
    </message>
    <message>
        <source>File %1, %2</source>
        <translation>Datei %1, %2</translation>
    </message>
    <message>
        <source>File %1, uploading %2 percent</source>
        <translation>Datei %1, zu %2 Prozent hochgeladen</translation>
    </message>
    <message>
        <source>File %1, downloading %2 percent</source>
        <translation>Datei %1, zu %2 Prozent heruntergeladen</translation>
    </message>
    <message>
        <source>File %1, paused at %2 percent</source>
        <translation>Datei %1, bei %2 Prozent angehalten</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FileController</name>
    <message>
        <source>File not posted</source>
        <translation>Datei nicht gepostet</translation>
    </message>
    <message>
        <source>File not saved</source>
        <translation>Datei nicht gespeichert</translation>
    </message>
    <message>
        <source>File not attached</source>
        <translation>Datei nicht angehängt</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>%1 is a folder. Put it into an archive and attach that.</source>
        <translation>%1 ist ein Ordner. Packen Sie ihn in ein Archiv und hängen Sie dieses an.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 is %2. This server takes up to %3.</source>
        <translation>%1 hat %2. Dieser Server nimmt bis zu %3 an.</translation>
    </message>
    <message>
        <source>Not all files attached</source>
        <translation>Nicht alle Dateien angehängt</translation>
    </message>
    <message>
        <source>Picture not attached</source>
        <translation>Bild nicht angehängt</translation>
    </message>
    <message>
        <source>The picture cannot be read.</source>
        <translation>Das Bild kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Picture %1.png</source>
        <translation>Bild %1.png</translation>
    </message>
    <message>
        <source>Paste it again.</source>
        <translation>Fügen Sie es erneut ein.</translation>
    </message>
    <message>
        <source>Open “%1”?</source>
        <translation>„%1“ öffnen?</translation>
    </message>
    <message>
        <source>Files of this type can run programs on this computer. Open it only if you know who posted it and what it does.</source>
        <translation>Dateien dieses Typs können auf diesem Computer Programme ausführen. Öffnen Sie sie nur, wenn Sie wissen, wer sie gepostet hat und was sie tut.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Herunterladen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner anzeigen</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Ab&amp;brechen</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Di&amp;scard</source>
        <translation>Ver&amp;werfen</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>It goes to your folder for downloads.</source>
        <translation>Die Datei kommt in Ihren Ordner für Downloads.</translation>
    </message>
    <message numerus="yes">
        <source>A message takes up to %n files.</source>
        <translation>
            <numerusform>Eine Nachricht fasst bis zu %n Datei.</numerusform>
            <numerusform>Eine Nachricht fasst bis zu %n Dateien.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FilesDialog</name>
    <message>
        <source>Find by name or person</source>
        <translation>Nach Name oder Person suchen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Files of %1</source>
        <translation>Dateien von %1</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Loading the list</source>
        <translation>Die Liste wird geladen</translation>
    </message>
    <message>
        <source>Nobody has posted a file here yet.</source>
        <translation>Hier hat noch niemand eine Datei gepostet.</translation>
    </message>
    <message>
        <source>No file has these words.</source>
        <translation>Keine Datei enthält diese Wörter.</translation>
    </message>
    <message>
        <source>The server&apos;s scan put this file into quarantine.</source>
        <translation>Die Prüfung des Servers hat diese Datei in Quarantäne genommen.</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FolderController</name>
    <message>
        <source>Name of the folder:</source>
        <translation>Name des Ordners:</translation>
    </message>
    <message>
        <source>&amp;New folder…</source>
        <translation>&amp;Neuer Ordner…</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Move to fol&amp;der</source>
        <translation>In Or&amp;dner verschieben</translation>
    </message>
    <message>
        <source>N&amp;o folder</source>
        <translation>&amp;Kein Ordner</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Rename folder…</source>
        <translation>Ordner &amp;umbenennen…</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>Ordner umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete folder</source>
        <translation>Ordner &amp;löschen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FoundPrincipalDelegate</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>S&amp;tart Parlour with the computer</source>
        <translation>Parlour mit dem &amp;Computer starten</translation>
    </message>
    <message>
        <source>&amp;Sign in when Parlour starts</source>
        <translation>Beim Start von Parlour &amp;anmelden</translation>
    </message>
    <message>
        <source>&amp;Open the rooms I had open last time</source>
        <translation>&amp;Zuletzt geöffnete Räume öffnen</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray when the window closes</source>
        <translation>Beim Schließen des Fensters im &amp;Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>Right-click the tray icon to quit.</source>
        <translation>Beenden Sie Parlour mit der rechten Maustaste am Symbol im Infobereich.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Check s&amp;pelling</source>
        <translation>&amp;Rechtschreibung prüfen</translation>
    </message>
    <message>
        <source>No dictionary is installed on this computer.</source>
        <translation>Auf diesem Computer ist kein Wörterbuch installiert.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between languages</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>&amp;Interface language</source>
        <translation>&amp;Sprache der Oberfläche</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dates and times follow the system settings. A new language shows at the next start.</source>
        <translation>Datum und Uhrzeit folgen den Einstellungen des Systems. Eine neue Sprache erscheint beim nächsten Start.</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::HistoryStrip</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Loading earlier messages</source>
        <translation>Frühere Nachrichten werden geladen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::IconButton</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::JoinDialog</name>
    <message>
        <source>Name of a room</source>
        <translation>Name eines Raums</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Search &amp;descriptions too</source>
        <translation>Auch &amp;Beschreibungen durchsuchen</translation>
    </message>
    <message>
        <source>Only rooms I &amp;belong to</source>
        <translation>Nur Räume, denen ich an&amp;gehöre</translation>
    </message>
    <message>
        <source>Create a room…</source>
        <translation>Raum erstellen…</translation>
    </message>
    <message>
        <source>Join a chat room</source>
        <translation>Raum beitreten</translation>
    </message>
    <message>
        <source>Find a room</source>
        <translation>Raum suchen</translation>
    </message>
    <message>
        <source>Type two letters or more of its name.</source>
        <translation>Geben Sie zwei oder mehr Buchstaben des Namens ein.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Rooms found</source>
        <translation>Gefundene Räume</translation>
    </message>
    <message>
        <source>Enter opens · Ctrl+Enter follows</source>
        <translation>Eingabe öffnet · Strg+Eingabe folgt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message numerus="yes">
        <source>%n rooms found, more exist. Add letters to narrow it down.</source>
        <translation>
            <numerusform>%n Raum gefunden, es gibt mehr. Weitere Buchstaben grenzen die Suche ein.</numerusform>
            <numerusform>%n Räume gefunden, es gibt mehr. Weitere Buchstaben grenzen die Suche ein.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms found</source>
        <translation>
            <numerusform>%n Raum gefunden</numerusform>
            <numerusform>%n Räume gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>No rooms match</source>
        <translation>Keine passenden Räume</translation>
    </message>
    <message>
        <source>Try fewer letters, or search the descriptions too.</source>
        <translation>Versuchen Sie weniger Buchstaben oder durchsuchen Sie auch die Beschreibungen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The search did not finish</source>
        <translation>Die Suche wurde nicht fertig</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::JoinRequestCard</name>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Einlassen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Let %1 in</source>
        <translation>%1 einlassen</translation>
    </message>
    <message>
        <source>Decline %1</source>
        <translation>%1 ablehnen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::JoinRequestController</name>
    <message>
        <source>The room cannot be asked for</source>
        <translation>Um den Beitritt kann nicht gebeten werden</translation>
    </message>
    <message>
        <source>Asked to join</source>
        <translation>Um Beitritt gebeten</translation>
    </message>
    <message>
        <source>You hear of it when a manager of %1 has answered.</source>
        <translation>Sie hören davon, wenn ein Manager von %1 geantwortet hat.</translation>
    </message>
    <message>
        <source>Not asked to join %1</source>
        <translation>Nicht um Beitritt zu %1 gebeten</translation>
    </message>
    <message>
        <source>You asked to join this room. A manager decides.</source>
        <translation>Sie haben um Beitritt zu diesem Raum gebeten. Ein Manager entscheidet.</translation>
    </message>
    <message>
        <source>Ask to join…</source>
        <translation>Um Beitritt bitten…</translation>
    </message>
    <message>
        <source>Not answered: %1</source>
        <translation>Nicht beantwortet: %1</translation>
    </message>
    <message>
        <source>%1 is a member now</source>
        <translation>%1 ist jetzt Mitglied</translation>
    </message>
    <message>
        <source>Request declined</source>
        <translation>Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 asks to join</source>
        <translation>%1 bittet um Beitritt</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>You were let in</source>
        <translation>Sie wurden eingelassen</translation>
    </message>
    <message>
        <source>You are a member of %1 now.</source>
        <translation>Sie sind jetzt Mitglied von %1.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>A manager declined your request to join %1.</source>
        <translation>Ein Manager hat Ihre Bitte um Beitritt zu %1 abgelehnt.</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::JoinRequestsDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Requests to join</source>
        <translation>Beitrittsanfragen</translation>
    </message>
    <message>
        <source>Requests to join %1</source>
        <translation>Beitrittsanfragen zu %1</translation>
    </message>
    <message>
        <source>Nobody is waiting for an answer.</source>
        <translation>Niemand wartet auf eine Antwort.</translation>
    </message>
    <message>
        <source>Whom you let in becomes a member and gets an invitation.</source>
        <translation>Wen Sie einlassen, der wird Mitglied und erhält eine Einladung.</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::JumpButton</name>
    <message>
        <source>Jump to latest · %L1</source>
        <translation>Zur neuesten springen · %L1</translation>
    </message>
    <message>
        <source>Jump to latest</source>
        <translation>Zur neuesten springen</translation>
    </message>
    <message numerus="yes">
        <source>Jump to latest, %n new</source>
        <translation>
            <numerusform>Zur neuesten springen, %n neu</numerusform>
            <numerusform>Zur neuesten springen, %n neu</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the newest message (End)</source>
        <translation>Zur neuesten Nachricht gehen (Ende)</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::KeyboardList</name>
    <message>
        <source>Quick switch</source>
        <translation>Schnell wechseln</translation>
    </message>
    <message>
        <source>Join a chat room</source>
        <translation>Raum beitreten</translation>
    </message>
    <message>
        <source>Search in room</source>
        <translation>Im Raum suchen</translation>
    </message>
    <message>
        <source>Go to date</source>
        <translation>Zu Datum gehen</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Nachrichten suchen</translation>
    </message>
    <message>
        <source>Previous / next room</source>
        <translation>Voriger / nächster Raum</translation>
    </message>
    <message>
        <source>Previous / next unread room</source>
        <translation>Voriger / nächster ungelesener Raum</translation>
    </message>
    <message>
        <source>Followed room by its place</source>
        <translation>Gefolgter Raum nach seinem Platz</translation>
    </message>
    <message>
        <source>Catch me up</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Erwähnungen</translation>
    </message>
    <message>
        <source>Mute room</source>
        <translation>Raum stummschalten</translation>
    </message>
    <message>
        <source>Follow or stop following</source>
        <translation>Folgen oder nicht mehr folgen</translation>
    </message>
    <message>
        <source>Leave the Open list</source>
        <translation>Die Liste „Offen“ verlassen</translation>
    </message>
    <message>
        <source>Files of this room</source>
        <translation>Dateien dieses Raums</translation>
    </message>
    <message>
        <source>Room pane</source>
        <translation>Raumbereich</translation>
    </message>
    <message>
        <source>Wire view</source>
        <translation>Protokollansicht</translation>
    </message>
    <message>
        <source>Send / new line</source>
        <translation>Senden / neue Zeile</translation>
    </message>
    <message>
        <source>Post the story</source>
        <translation>Story posten</translation>
    </message>
    <message>
        <source>In an empty composer: your last message</source>
        <translation>Leeres Feld: letzte eigene Nachricht</translation>
    </message>
    <message>
        <source>Bold, italic, underline</source>
        <translation>Fett, kursiv, unterstrichen</translation>
    </message>
    <message>
        <source>Emoticon</source>
        <translation>Emoticon</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Eine Datei anhängen</translation>
    </message>
    <message>
        <source>High importance</source>
        <translation>Hohe Wichtigkeit</translation>
    </message>
    <message>
        <source>Write a story</source>
        <translation>Story schreiben</translation>
    </message>
    <message>
        <source>Close; else mark read and go to the latest</source>
        <translation>Schließen, sonst zur neuesten</translation>
    </message>
    <message>
        <source>Next / previous pane</source>
        <translation>Nächster / voriger Bereich</translation>
    </message>
    <message>
        <source>Larger / smaller / normal text</source>
        <translation>Text größer / kleiner / normal</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Keyboard list</source>
        <translation>Tastaturliste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Room in its own window, or back</source>
        <translation>Raum im eigenen Fenster oder zurück</translation>
    </message>
    <message>
        <source>In the list of rooms: move a room or folder</source>
        <translation>Raum oder Ordner verschieben</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::KeywordField</name>
    <message>
        <source>Keyword %1, remove</source>
        <translation>Stichwort %1, entfernen</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>Add a word or “exact phrase”</source>
        <translation>Ein Wort oder eine „genaue Wendung“ hinzufügen</translation>
    </message>
    <message>
        <source>Add a keyword</source>
        <translation>Stichwort hinzufügen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::LadderHeader</name>
    <message>
        <source>Client %1, Front End %2, Persistent Chat %3</source>
        <translation>Client %1, Front-End %2, Beständiger Chat %3</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::LadderView</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::LiveSwitch</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Show messages as they come and stay at the newest</source>
        <translation>Nachrichten zeigen, wie sie kommen, und bei der neuesten bleiben</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Let the list stand still</source>
        <translation>Die Liste stillstehen lassen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::MainActions</name>
    <message>
        <source>&amp;Go to room or person…</source>
        <translation>&amp;Zu Raum oder Person gehen…</translation>
    </message>
    <message>
        <source>&amp;Join a chat room…</source>
        <translation>Raum &amp;beitreten…</translation>
    </message>
    <message>
        <source>C&amp;reate a room…</source>
        <translation>Raum &amp;erstellen…</translation>
    </message>
    <message>
        <source>&amp;Find in this room</source>
        <translation>In diesem Raum &amp;suchen</translation>
    </message>
    <message>
        <source>Go to &amp;date…</source>
        <translation>Zu &amp;Datum gehen…</translation>
    </message>
    <message>
        <source>&amp;Search messages</source>
        <translation>&amp;Nachrichten suchen</translation>
    </message>
    <message>
        <source>Previous room</source>
        <translation>Voriger Raum</translation>
    </message>
    <message>
        <source>Next room</source>
        <translation>Nächster Raum</translation>
    </message>
    <message>
        <source>Previous unread room</source>
        <translation>Voriger ungelesener Raum</translation>
    </message>
    <message>
        <source>Next unread room</source>
        <translation>Nächster ungelesener Raum</translation>
    </message>
    <message>
        <source>Catch me &amp;up</source>
        <translation>Überbl739	Über&amp;blickick</translation>
    </message>
    <message>
        <source>&amp;Mentions</source>
        <translation>Er&amp;wähnungen</translation>
    </message>
    <message>
        <source>&amp;Mute room</source>
        <translation>Raum stu&amp;mmschalten</translation>
    </message>
    <message>
        <source>F&amp;ollow</source>
        <translation>F&amp;olgen</translation>
    </message>
    <message>
        <source>&amp;Leave room</source>
        <translation>&amp;Raum verlassen</translation>
    </message>
    <message>
        <source>&amp;Room pane</source>
        <translation>Rau&amp;mbereich</translation>
    </message>
    <message>
        <source>&amp;Wire view</source>
        <translation>&amp;Protokollansicht</translation>
    </message>
    <message>
        <source>&amp;Attach a file…</source>
        <translation>Datei &amp;anhängen…</translation>
    </message>
    <message>
        <source>F&amp;iles of this room…</source>
        <translation>Da&amp;teien dieses Raums…</translation>
    </message>
    <message>
        <source>Emoticon</source>
        <translation>Emoticon</translation>
    </message>
    <message>
        <source>High importance</source>
        <translation>Hohe Wichtigkeit</translation>
    </message>
    <message>
        <source>Write a story</source>
        <translation>Story schreiben</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Preferences</source>
        <translation>Einste&amp;llungen</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normal</translation>
    </message>
    <message>
        <source>&amp;Keyboard list</source>
        <translation>Tastat&amp;urliste</translation>
    </message>
    <message>
        <source>&amp;Invite people…</source>
        <translation>Personen &amp;einladen…</translation>
    </message>
    <message>
        <source>&amp;Manage room…</source>
        <translation>Raum &amp;verwalten…</translation>
    </message>
    <message>
        <source>&amp;Copy room link</source>
        <translation>&amp;Link zum Raum kopieren</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>Followed room %1</source>
        <translation>Gefolgter Raum %1</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>&amp;Raum</translation>
    </message>
    <message>
        <source>W&amp;rite</source>
        <translation>S&amp;chreiben</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>New f&amp;eed…</source>
        <translation>Neuer &amp;Feed…</translation>
    </message>
    <message>
        <source>E&amp;xport history…</source>
        <translation>Verlauf e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Open in its own &amp;window</source>
        <translation>Im eigenen &amp;Fenster öffnen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::MainController</name>
    <message>
        <source>The room did not open</source>
        <translation>Der Raum wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>%1 – Parlour</source>
        <translation>%1 – Parlour</translation>
    </message>
    <message>
        <source>Not followed</source>
        <translation>Nicht gefolgt</translation>
    </message>
    <message>
        <source>Still followed</source>
        <translation>Wird weiterhin gefolgt</translation>
    </message>
    <message>
        <source>You stopped following</source>
        <translation>Sie folgen dem Raum nicht mehr</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The room was not left</source>
        <translation>Der Raum wurde nicht verlassen</translation>
    </message>
    <message>
        <source>You were removed from %1.</source>
        <translation>Sie wurden aus %1 entfernt.</translation>
    </message>
    <message>
        <source>%1 was disabled by a manager.</source>
        <translation>%1 wurde von einem Manager deaktiviert.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>You left a room</source>
        <translation>Sie haben einen Raum verlassen</translation>
    </message>
    <message>
        <source>Rooms you &amp;manage</source>
        <translation>Räume, die Sie &amp;verwalten</translation>
    </message>
    <message>
        <source>&amp;Available</source>
        <translation>&amp;Verfügbar</translation>
    </message>
    <message>
        <source>&amp;Busy</source>
        <translation>&amp;Beschäftigt</translation>
    </message>
    <message>
        <source>A&amp;way</source>
        <translation>Ab&amp;wesend</translation>
    </message>
    <message>
        <source>&amp;Do not disturb</source>
        <translation>Nicht &amp;stören</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>&amp;Decline</source>
        <translation>&amp;Ablehnen</translation>
    </message>
    <message>
        <source>&amp;Review requests…</source>
        <translation>&amp;Anfragen prüfen…</translation>
    </message>
    <message>
        <source>&amp;Manage room…</source>
        <translation>Raum &amp;verwalten…</translation>
    </message>
    <message>
        <source>Stop &amp;following</source>
        <translation>Nicht mehr &amp;folgen</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Folgen</translation>
    </message>
    <message>
        <source>&amp;Copy room link</source>
        <translation>&amp;Link zum Raum kopieren</translation>
    </message>
    <message>
        <source>&amp;Leave room</source>
        <translation>&amp;Raum verlassen</translation>
    </message>
    <message>
        <source>&amp;Edit feed…</source>
        <translation>Feed &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>E&amp;xport history…</source>
        <translation>Verlauf e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Show in the main &amp;window</source>
        <translation>Im Haupt&amp;fenster zeigen</translation>
    </message>
    <message>
        <source>Open in its own &amp;window</source>
        <translation>Im ei&amp;genen Fenster öffnen</translation>
    </message>
    <message>
        <source>Not opened in its own window</source>
        <translation>Nicht im eigenen Fenster geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>%n rooms have windows of their own. Close one of them.</source>
        <translation>
            <numerusform>%n Raum hat ein eigenes Fenster. Schließen Sie es.</numerusform>
            <numerusform>%n Räume haben eigene Fenster. Schließen Sie eines davon.</numerusform>
        </translation>
    </message>
    <message>
        <source>Parlour</source>
        <translation>Parlour</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::MainWindow</name>
    <message>
        <source>Parlour</source>
        <translation>Parlour</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ManageFoot</name>
    <message>
        <source>Load again</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ManageRoomDialog</name>
    <message>
        <source>Create room</source>
        <translation>Raum erstellen</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Create a room</source>
        <translation>Raum erstellen</translation>
    </message>
    <message>
        <source>Manage room: %1</source>
        <translation>Raum verwalten: %1</translation>
    </message>
    <message>
        <source>You are member and manager of the new room.</source>
        <translation>Sie sind Mitglied und Manager des neuen Raums.</translation>
    </message>
    <message>
        <source>Stop managing “%1”?</source>
        <translation>„%1“ nicht mehr verwalten?</translation>
    </message>
    <message>
        <source>You take yourself out of the managers. Only another manager or an administrator can put you back.</source>
        <translation>Sie nehmen sich selbst aus den Managern heraus. Nur ein anderer Manager oder ein Administrator kann Sie wieder aufnehmen.</translation>
    </message>
    <message>
        <source>Stop managing</source>
        <translation>Nicht mehr verwalten</translation>
    </message>
    <message>
        <source>Looking who may stay…</source>
        <translation>Es wird geprüft, wer bleiben darf…</translation>
    </message>
    <message>
        <source>Move “%1” to “%2”?</source>
        <translation>„%1“ nach „%2“ verschieben?</translation>
    </message>
    <message>
        <source>People and groups that “%1” does not allow leave the lists of the room and the room itself. Moving it back does not bring them back.</source>
        <translation>Personen und Gruppen, die „%1“ nicht zulässt, verlassen die Listen des Raums und den Raum selbst. Zurückverschieben bringt sie nicht zurück.</translation>
    </message>
    <message>
        <source>“%1” allows everybody in the lists of the room. Nobody is dropped.</source>
        <translation>„%1“ lässt alle in den Listen des Raums zu. Niemand fällt heraus.</translation>
    </message>
    <message>
        <source>“%1” does not allow %2. They leave the lists of the room and the room itself. Moving it back does not bring them back.</source>
        <translation>„%1“ lässt %2 nicht zu. Sie verlassen die Listen des Raums und den Raum selbst. Zurückverschieben bringt sie nicht zurück.</translation>
    </message>
    <message>
        <source>Move room</source>
        <translation>Raum verschieben</translation>
    </message>
    <message>
        <source>Creating the room…</source>
        <translation>Der Raum wird erstellt…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Somebody changed this room since you opened it.</source>
        <translation>Jemand hat diesen Raum geändert, seit Sie ihn geöffnet haben.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Disable “%1”?</source>
        <translation>„%1“ deaktivieren?</translation>
    </message>
    <message>
        <source>Everybody leaves the room at once, and nobody finds or opens it. Its history and settings stay. Only an administrator can enable it again.</source>
        <translation>Alle verlassen den Raum sofort, und niemand findet oder öffnet ihn. Sein Verlauf und seine Einstellungen bleiben. Nur ein Administrator kann ihn wieder aktivieren.</translation>
    </message>
    <message>
        <source>Disable room</source>
        <translation>Raum deaktivieren</translation>
    </message>
    <message>
        <source>Disabling the room…</source>
        <translation>Der Raum wird deaktiviert…</translation>
    </message>
    <message>
        <source>Enabling the room…</source>
        <translation>Der Raum wird aktiviert…</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>The room, its messages and its lists are removed for everyone. This cannot be undone. You can disable the room instead and keep its history.</source>
        <translation>Der Raum, seine Nachrichten und seine Listen werden für alle entfernt. Das lässt sich nicht rückgängig machen. Sie können den Raum stattdessen deaktivieren und seinen Verlauf behalten.</translation>
    </message>
    <message>
        <source>Delete room</source>
        <translation>Raum löschen</translation>
    </message>
    <message>
        <source>Disable instead</source>
        <translation>Stattdessen deaktivieren</translation>
    </message>
    <message>
        <source>Deleting the room…</source>
        <translation>Der Raum wird gelöscht…</translation>
    </message>
    <message>
        <source>Leave without creating the room?</source>
        <translation>Verlassen, ohne den Raum zu erstellen?</translation>
    </message>
    <message>
        <source>What you filled in is lost.</source>
        <translation>Was Sie ausgefüllt haben, geht verloren.</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Verlassen, ohne zu speichern?</translation>
    </message>
    <message>
        <source>These changes are lost: %1.</source>
        <translation>Diese Änderungen gehen verloren: %1.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Somebody changed this room since you opened it. Your changes stay: %1.</source>
        <translation>Jemand hat diesen Raum geändert, seit Sie ihn geöffnet haben. Ihre Änderungen bleiben: %1.</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ManageRoomModel</name>
    <message>
        <source>Whether files may be posted is set for the whole category.</source>
        <translation>Ob Dateien gepostet werden dürfen, gilt für die ganze Kategorie.</translation>
    </message>
    <message>
        <source>Only managers of this room may change it.</source>
        <translation>Nur Manager dieses Raums dürfen das ändern.</translation>
    </message>
    <message>
        <source>Moving a room needs the right to create rooms in the other category.</source>
        <translation>Um einen Raum zu verschieben, brauchen Sie das Recht, in der anderen Kategorie Räume zu erstellen.</translation>
    </message>
    <message>
        <source>The category “%1” sends no invitations.</source>
        <translation>Die Kategorie „%1“ sendet keine Einladungen.</translation>
    </message>
    <message>
        <source>Open rooms have no member list. Everybody whom the category allows may join.</source>
        <translation>Offene Räume haben keine Mitgliederliste. Alle, die die Kategorie zulässt, dürfen beitreten.</translation>
    </message>
    <message>
        <source>A normal room has no presenters: that list is emptied.</source>
        <translation>Ein normaler Raum hat keine Referenten: Diese Liste wird geleert.</translation>
    </message>
    <message>
        <source>An open room has no members: that list is emptied.</source>
        <translation>Ein offener Raum hat keine Mitglieder: Diese Liste wird geleert.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>privacy</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>invitations</source>
        <translation>Einladungen</translation>
    </message>
    <message>
        <source>add-in</source>
        <translation>Add-In</translation>
    </message>
    <message>
        <source>members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>managers</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>presenters</source>
        <translation>Referenten</translation>
    </message>
    <message numerus="yes">
        <source>%n changes not saved: %1</source>
        <translation>
            <numerusform>%n Änderung nicht gespeichert: %1</numerusform>
            <numerusform>%n Änderungen nicht gespeichert: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Give the room a name.</source>
        <translation>Geben Sie dem Raum einen Namen.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters too long</source>
        <translation>
            <numerusform>%n Zeichen zu lang</numerusform>
            <numerusform>%n Zeichen zu lang</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a category.</source>
        <translation>Wählen Sie eine Kategorie.</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::MessageAnnouncer</name>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n neue Nachricht</numerusform>
            <numerusform>%n neue Nachrichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::MessageHitDelegate</name>
    <message>
        <source>Story</source>
        <translation>Story</translation>
    </message>
    <message>
        <source>Jump to message</source>
        <translation>Zur Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more in this room</source>
        <translation>
            <numerusform>%n weitere in diesem Raum zeigen</numerusform>
            <numerusform>%n weitere in diesem Raum zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Tell me about</source>
        <translation>Benachrichtigen über</translation>
    </message>
    <message>
        <source>&amp;Messages that mention me</source>
        <translation>Nachrichten, die mich &amp;erwähnen</translation>
    </message>
    <message>
        <source>&amp;High-importance messages in followed rooms</source>
        <translation>&amp;Hohe Wichtigkeit in gefolgten Räumen</translation>
    </message>
    <message>
        <source>Messages with my key&amp;words</source>
        <translation>Nachrichten mit meinen Stich&amp;wörtern</translation>
    </message>
    <message>
        <source>&amp;Invitations</source>
        <translation>E&amp;inladungen</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>&amp;Banner on the desktop, 6 seconds</source>
        <translation>&amp;Banner auf dem Desktop, 6 Sekunden</translation>
    </message>
    <message>
        <source>&amp;Sound</source>
        <translation>&amp;Ton</translation>
    </message>
    <message>
        <source>Count on the &amp;taskbar icon</source>
        <translation>Anzahl am Symbol in der Task&amp;leiste</translation>
    </message>
    <message>
        <source>&amp;Nothing while I am Busy</source>
        <translation>&amp;Nichts, solange ich beschäftigt bin</translation>
    </message>
    <message>
        <source>&amp;Keywords</source>
        <translation>Sti&amp;chwörter</translation>
    </message>
    <message>
        <source>Whole words, any case. Checked in followed and open rooms.</source>
        <translation>Ganze Wörter, groß oder klein. Geprüft in gefolgten und offenen Räumen.</translation>
    </message>
    <message>
        <source>Room rules</source>
        <translation>Raumregeln</translation>
    </message>
    <message>
        <source>&amp;Add a room rule</source>
        <translation>Raum&amp;regel hinzufügen</translation>
    </message>
    <message>
        <source>Other rooms: mentions, keywords and high importance.</source>
        <translation>Sonst: Erwähnungen, Stichwörter und hohe Wichtigkeit.</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>&amp;Do not disturb: only count</source>
        <translation>Nicht stören: n&amp;ur zählen</translation>
    </message>
    <message>
        <source>&amp;Quiet hours, every day from</source>
        <translation>Ruhe&amp;zeiten, täglich von</translation>
    </message>
    <message>
        <source>Quiet hours from</source>
        <translation>Ruhezeiten von</translation>
    </message>
    <message>
        <source>Quiet hours to</source>
        <translation>Ruhezeiten bis</translation>
    </message>
    <message>
        <source>t&amp;o</source>
        <translation>bi&amp;s</translation>
    </message>
    <message>
        <source>Show the te&amp;xt of messages in banners</source>
        <translation>Te&amp;xt der Nachrichten in Bannern zeigen</translation>
    </message>
    <message>
        <source>Every room in your list has a rule</source>
        <translation>Jeder Raum in Ihrer Liste hat eine Regel</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ParticipantDelegate</name>
    <message>
        <source>available</source>
        <translation>verfügbar</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>presence unknown</source>
        <translation>Anwesenheit unbekannt</translation>
    </message>
    <message>
        <source>(you)</source>
        <translation>(Sie)</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>presenter</source>
        <translation>Referent</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::PasswordField</name>
    <message>
        <source>Show the password</source>
        <translation>Kennwort anzeigen</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Kennwort verbergen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::PeoplePanel</name>
    <message>
        <source>Lists of the room</source>
        <translation>Listen des Raums</translation>
    </message>
    <message>
        <source>Members %1</source>
        <translation>Mitglieder %1</translation>
    </message>
    <message>
        <source>Managers %1</source>
        <translation>Manager %1</translation>
    </message>
    <message>
        <source>Presenters %1</source>
        <translation>Referenten %1</translation>
    </message>
    <message>
        <source>Current members</source>
        <translation>Jetzige Mitglieder</translation>
    </message>
    <message>
        <source>Current managers</source>
        <translation>Jetzige Manager</translation>
    </message>
    <message>
        <source>Current presenters</source>
        <translation>Jetzige Referenten</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>Mitglied hinzufügen</translation>
    </message>
    <message>
        <source>Add a manager</source>
        <translation>Manager hinzufügen</translation>
    </message>
    <message>
        <source>Add a member as presenter</source>
        <translation>Mitglied als Referent hinzufügen</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>The server does not tell who is in this list.</source>
        <translation>Der Server sagt nicht, wer in dieser Liste ist.</translation>
    </message>
    <message>
        <source>The category decides who can be added. People outside it do not appear in the search.</source>
        <translation>Die Kategorie entscheidet, wer hinzugefügt werden kann. Personen außerhalb erscheinen nicht in der Suche.</translation>
    </message>
    <message>
        <source>The category “%1” decides who can be added. People outside it do not appear in the search.</source>
        <translation>Die Kategorie „%1“ entscheidet, wer hinzugefügt werden kann. Personen außerhalb erscheinen nicht in der Suche.</translation>
    </message>
    <message>
        <source>Choose a category first. It decides who can be added.</source>
        <translation>Wählen Sie zuerst eine Kategorie. Sie entscheidet, wer hinzugefügt werden kann.</translation>
    </message>
    <message>
        <source>Who creates a room manages it.</source>
        <translation>Wer einen Raum erstellt, verwaltet ihn.</translation>
    </message>
    <message>
        <source>&amp;Take %1 out</source>
        <translation>%1 &amp;herausnehmen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::PeoplePicker</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>People and groups found</source>
        <translation>Gefundene Personen und Gruppen</translation>
    </message>
    <message>
        <source>Nobody to add begins with “%1”</source>
        <translation>Niemand zum Hinzufügen beginnt mit „%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::PicturePreview</name>
    <message>
        <source>Loading the picture</source>
        <translation>Das Bild wird geladen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Dieses Bild kann nicht angezeigt werden.</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::PlaceFinder</name>
    <message>
        <source>Followed</source>
        <translation>Gefolgt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Not open</source>
        <translation>Nicht geöffnet</translation>
    </message>
    <message>
        <source>Go to the linked message</source>
        <translation>Zur verlinkten Nachricht gehen</translation>
    </message>
    <message>
        <source>Open the linked room</source>
        <translation>Den verlinkten Raum öffnen</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Feeds</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Search messages for “%1”</source>
        <translation>Nachrichten nach „%1“ durchsuchen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Find more rooms in “Join a chat room”</source>
        <translation>Weitere Räume unter „Raum beitreten“ suchen</translation>
    </message>
    <message>
        <source>Preferences: set theme, notifications and storage</source>
        <translation>Einstellungen: Design, Benachrichtigungen und Speicher festlegen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::PreferencesDialog</name>
    <message>
        <source>Restore defaults</source>
        <translation>Standard wiederherstellen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Changes apply at once</source>
        <translation>Änderungen gelten sofort</translation>
    </message>
    <message>
        <source>Restore the defaults of “%1”?</source>
        <translation>Standard von „%1“ wiederherstellen?</translation>
    </message>
    <message>
        <source>Your choices on this page, keywords and room rules are lost.</source>
        <translation>Ihre Auswahl auf dieser Seite, Stichwörter und Raumregeln gehen verloren.</translation>
    </message>
    <message>
        <source>Your choices on this page are lost.</source>
        <translation>Ihre Auswahl auf dieser Seite geht verloren.</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::PrincipalDelegate</name>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>(you)</source>
        <translation>(Sie)</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>%1 herausnehmen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::QuickSwitch</name>
    <message>
        <source>Go to room or person</source>
        <translation>Zu Raum oder Person gehen</translation>
    </message>
    <message>
        <source>Up and Down to move     Enter opens     Ctrl+Enter opens and follows</source>
        <translation>Auf/Ab bewegen     Eingabe öffnet     Strg+Eingabe öffnet und folgt</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::QuickSwitchButton</name>
    <message>
        <source>Go to room or person</source>
        <translation>Zu Raum oder Person gehen</translation>
    </message>
    <message>
        <source>Go to room or person (%1)</source>
        <translation>Zu Raum oder Person gehen (%1)</translation>
    </message>
    <message>
        <source>Go to room</source>
        <translation>Zu Raum gehen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomAdminController</name>
    <message>
        <source>No room can be created now</source>
        <translation>Im Moment kann kein Raum erstellt werden</translation>
    </message>
    <message>
        <source>You may not create rooms</source>
        <translation>Sie dürfen keine Räume erstellen</translation>
    </message>
    <message>
        <source>Ask your administrator for the right to.</source>
        <translation>Bitten Sie Ihren Administrator um das Recht dazu.</translation>
    </message>
    <message>
        <source>The room cannot be managed now</source>
        <translation>Der Raum kann im Moment nicht verwaltet werden</translation>
    </message>
    <message>
        <source>Changes saved</source>
        <translation>Änderungen gespeichert</translation>
    </message>
    <message>
        <source>Room disabled</source>
        <translation>Raum deaktiviert</translation>
    </message>
    <message>
        <source>Room enabled</source>
        <translation>Raum aktiviert</translation>
    </message>
    <message>
        <source>Room deleted</source>
        <translation>Raum gelöscht</translation>
    </message>
    <message>
        <source>You are a manager of %1.</source>
        <translation>Sie sind Manager von %1.</translation>
    </message>
    <message>
        <source>Room created</source>
        <translation>Raum erstellt</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomCommands</name>
    <message>
        <source>Stop f&amp;ollowing</source>
        <translation>Nicht mehr f&amp;olgen</translation>
    </message>
    <message>
        <source>F&amp;ollow</source>
        <translation>F&amp;olgen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomController</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The room did not open</source>
        <translation>Der Raum wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Earlier messages did not load. %1</source>
        <translation>Frühere Nachrichten wurden nicht geladen. %1</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;text</source>
        <translation>&amp;Text kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;link to message</source>
        <translation>&amp;Link zur Nachricht kopieren</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Show the whole &amp;story or less</source>
        <translation>&amp;Story ganz oder gekürzt zeigen</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>Ver&amp;werfen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomDetailPane</name>
    <message>
        <source>Members only. Ask a manager of this room.</source>
        <translation>Nur für Mitglieder. Fragen Sie einen Manager dieses Raums.</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>Members only. Ask %1.</source>
        <translation>Nur für Mitglieder. Fragen Sie %1.</translation>
    </message>
    <message>
        <source>This room was disabled by a manager.</source>
        <translation>Dieser Raum wurde von einem Manager deaktiviert.</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Ask to join…</source>
        <translation>Um Beitritt bitten…</translation>
    </message>
    <message>
        <source>Withdraw request</source>
        <translation>Anfrage zurückziehen</translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>Nicht mehr folgen</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmer</translation>
    </message>
    <message numerus="yes">
        <source>%n here now</source>
        <translation>
            <numerusform>%n jetzt hier</numerusform>
            <numerusform>%n jetzt hier</numerusform>
        </translation>
    </message>
    <message>
        <source>Managers</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Posting allowed</source>
        <translation>Posten erlaubt</translation>
    </message>
    <message>
        <source>Posting not allowed</source>
        <translation>Posten nicht erlaubt</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>You can join</source>
        <translation>Sie können beitreten</translation>
    </message>
    <message>
        <source>Asked to join. A manager decides.</source>
        <translation>Um Beitritt gebeten. Ein Manager entscheidet.</translation>
    </message>
    <message>
        <source>Asked to join: %1. A manager decides.</source>
        <translation>Um Beitritt gebeten: %1. Ein Manager entscheidet.</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomForm</name>
    <message>
        <source>Send &amp;invitations to people added to the room</source>
        <translation>&amp;Einladungen an hinzugefügte Personen senden</translation>
    </message>
    <message>
        <source>Allow files to be posted</source>
        <translation>Posten von Dateien erlauben</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Topic</source>
        <translation>&amp;Thema</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
    <message>
        <source>Anyone can find and join</source>
        <translation>Alle können ihn finden und beitreten</translation>
    </message>
    <message>
        <source>Anyone can find it, members join</source>
        <translation>Alle können ihn finden, Mitglieder treten bei</translation>
    </message>
    <message>
        <source>Only members can find it</source>
        <translation>Nur Mitglieder können ihn finden</translation>
    </message>
    <message>
        <source>Everyone in the room can post</source>
        <translation>Alle im Raum können posten</translation>
    </message>
    <message>
        <source>Only presenters can post</source>
        <translation>Nur Referenten können posten</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>&amp;Add-in</source>
        <translation>&amp;Add-In</translation>
    </message>
    <message>
        <source>Add-in</source>
        <translation>Add-In</translation>
    </message>
    <message>
        <source>Disable or delete this room</source>
        <translation>Diesen Raum deaktivieren oder löschen</translation>
    </message>
    <message>
        <source>Disabled rooms keep their history and can come back.</source>
        <translation>Deaktivierte Räume behalten ihren Verlauf und können zurückkommen.</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>People and groups that “%1” does not allow leave the room’s lists when you save.</source>
        <translation>Personen und Gruppen, die „%1“ nicht zulässt, verlassen beim Speichern die Listen des Raums.</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomHeader</name>
    <message>
        <source>People in this room</source>
        <translation>Personen in diesem Raum</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Search in this room</source>
        <translation>In diesem Raum suchen</translation>
    </message>
    <message>
        <source>Room pane</source>
        <translation>Raumbereich</translation>
    </message>
    <message>
        <source>Room menu</source>
        <translation>Raummenü</translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n hier</numerusform>
            <numerusform>%n hier</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>Nicht mehr folgen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomListDelegate</name>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>asked by %1</source>
        <translation>Anfrage von %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>Beitritt läuft…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomListView</name>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomPane</name>
    <message>
        <source>Open, anyone may join</source>
        <translation>Offen, jeder darf beitreten</translation>
    </message>
    <message>
        <source>Closed, members only</source>
        <translation>Geschlossen, nur Mitglieder</translation>
    </message>
    <message>
        <source>Secret, members only</source>
        <translation>Geheim, nur Mitglieder</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Person suchen</translation>
    </message>
    <message>
        <source>Invite people</source>
        <translation>Personen einladen</translation>
    </message>
    <message>
        <source>Manage room…</source>
        <translation>Raum verwalten…</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmer</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Posting allowed</source>
        <translation>Posten erlaubt</translation>
    </message>
    <message>
        <source>Posting not allowed</source>
        <translation>Posten nicht erlaubt</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Einladungen</translation>
    </message>
    <message>
        <source>Sent to people added</source>
        <translation>An Hinzugefügte gesendet</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Managers</source>
        <translation>Manager</translation>
    </message>
    <message numerus="yes">
        <source>%n people ask to join</source>
        <translation>
            <numerusform>%n Person bittet um Beitritt</numerusform>
            <numerusform>%n Personen bitten um Beitritt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>About this room</source>
        <translation>Über diesen Raum</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomPresenter</name>
    <message>
        <source>too many to follow live</source>
        <translation>zu viele zum Mitverfolgen</translation>
    </message>
    <message>
        <source>not updating</source>
        <translation>nicht aktuell</translation>
    </message>
    <message>
        <source>%1 here of %2</source>
        <translation>%1 von %2 hier</translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n hier</numerusform>
            <numerusform>%n hier</numerusform>
        </translation>
    </message>
    <message>
        <source>What you have read stays here until you leave it.</source>
        <translation>Was Sie gelesen haben, bleibt hier, bis Sie den Raum verlassen.</translation>
    </message>
    <message>
        <source>You were removed from this room.</source>
        <translation>Sie wurden aus diesem Raum entfernt.</translation>
    </message>
    <message>
        <source>Leave room</source>
        <translation>Raum verlassen</translation>
    </message>
    <message>
        <source>This room was deleted.</source>
        <translation>Dieser Raum wurde gelöscht.</translation>
    </message>
    <message>
        <source>This room was disabled by a manager.</source>
        <translation>Dieser Raum wurde von einem Manager deaktiviert.</translation>
    </message>
    <message>
        <source>You can read its history.</source>
        <translation>Sie können seinen Verlauf lesen.</translation>
    </message>
    <message>
        <source>This room was disabled by a manager. You can read its history.</source>
        <translation>Dieser Raum wurde von einem Manager deaktiviert. Sie können seinen Verlauf lesen.</translation>
    </message>
    <message>
        <source>You may read this room, not post in it.</source>
        <translation>Sie dürfen diesen Raum lesen, aber nichts darin posten.</translation>
    </message>
    <message>
        <source>Only presenters post here. You can read everything.</source>
        <translation>Nur Referenten posten hier. Sie können alles lesen.</translation>
    </message>
    <message>
        <source>Only presenters post here. To become one, ask %1.</source>
        <translation>Nur Referenten posten hier. Wenn Sie Referent werden möchten, fragen Sie %1.</translation>
    </message>
    <message>
        <source>You are a manager of this room now.</source>
        <translation>Sie sind jetzt Manager dieses Raums.</translation>
    </message>
    <message>
        <source>You are no manager of this room any more.</source>
        <translation>Sie sind nicht mehr Manager dieses Raums.</translation>
    </message>
    <message>
        <source>You are a presenter now and can post here.</source>
        <translation>Sie sind jetzt Referent und können hier posten.</translation>
    </message>
    <message>
        <source>You are no presenter of this room any more.</source>
        <translation>Sie sind nicht mehr Referent dieses Raums.</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomRulesTable</name>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Banner for</source>
        <translation>Banner für</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Taskbar</source>
        <translation>Taskleiste</translation>
    </message>
    <message>
        <source>%1, banner for</source>
        <translation>%1, Banner für</translation>
    </message>
    <message>
        <source>Every message</source>
        <translation>Jede Nachricht</translation>
    </message>
    <message>
        <source>High importance</source>
        <translation>Hohe Wichtigkeit</translation>
    </message>
    <message>
        <source>Mentions, keywords</source>
        <translation>Erwähnung, Stichwort</translation>
    </message>
    <message>
        <source>Nothing (muted)</source>
        <translation>Nichts (stumm)</translation>
    </message>
    <message>
        <source>%1, sound</source>
        <translation>%1, Ton</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>%1, taskbar</source>
        <translation>%1, Taskleiste</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Remove the rule of %1</source>
        <translation>Regel von %1 entfernen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomWindow</name>
    <message>
        <source>Show in the main &amp;window</source>
        <translation>Im Haupt&amp;fenster zeigen</translation>
    </message>
    <message>
        <source>%1 – Parlour</source>
        <translation>%1 – Parlour</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomWords</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheim</translation>
    </message>
    <message>
        <source>Auditorium</source>
        <translation>Auditorium</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RowContents</name>
    <message>
        <source>Mentions you</source>
        <translation>Erwähnt Sie</translation>
    </message>
    <message>
        <source>Not sent. %1</source>
        <translation>Nicht gesendet. %1</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RowLayout</name>
    <message>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show the whole story</source>
        <translation>Ganze Story zeigen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Neue Nachrichten</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>High importance</source>
        <translation>Hohe Wichtigkeit</translation>
    </message>
    <message>
        <source>Waiting for the connection</source>
        <translation>Wartet auf die Verbindung</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Story</translation>
    </message>
    <message numerus="yes">
        <source>· %n min read</source>
        <translation>
            <numerusform>· %n min Lesezeit</numerusform>
            <numerusform>· %n min Lesezeit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::SearchController</name>
    <message>
        <source>The search did not finish</source>
        <translation>Die Suche wurde nicht fertig</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::SearchPage</name>
    <message>
        <source>Words to find</source>
        <translation>Zu suchende Wörter</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Nachrichten suchen</translation>
    </message>
    <message>
        <source>Finds words in the rooms you follow or have open.</source>
        <translation>Sucht Wörter in Räumen, denen Sie folgen oder die geöffnet sind.</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>Gefundene Nachrichten</translation>
    </message>
    <message>
        <source>All words</source>
        <translation>Alle Wörter</translation>
    </message>
    <message>
        <source>Any word</source>
        <translation>Eines der Wörter</translation>
    </message>
    <message>
        <source>Exact phrase</source>
        <translation>Genaue Wendung</translation>
    </message>
    <message>
        <source>How words are matched</source>
        <translation>Wie Wörter gesucht werden</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>Esc returns to %1</source>
        <translation>Esc führt zurück zu %1</translation>
    </message>
    <message>
        <source>All my rooms</source>
        <translation>Alle meine Räume</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No messages match</source>
        <translation>Keine passenden Nachrichten</translation>
    </message>
    <message>
        <source>Try fewer words, or search all rooms.</source>
        <translation>Versuchen Sie weniger Wörter oder durchsuchen Sie alle Räume.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>in %n rooms · From this computer, the server did not answer</source>
        <translation>
            <numerusform>in %n Raum · Von diesem Computer, der Server hat nicht geantwortet</numerusform>
            <numerusform>in %n Räumen · Von diesem Computer, der Server hat nicht geantwortet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n rooms · searched on the server in %1 s</source>
        <translation>
            <numerusform>in %n Raum · auf dem Server gesucht in %1 s</numerusform>
            <numerusform>in %n Räumen · auf dem Server gesucht in %1 s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ServerAddressRow</name>
    <message>
        <source>Server address</source>
        <translation>Serveradresse</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::Sidebar</name>
    <message>
        <source>Join a chat room</source>
        <translation>Raum beitreten</translation>
    </message>
    <message>
        <source>Wire view</source>
        <translation>Protokollansicht</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::SignInErrorPanel</name>
    <message>
        <source>Open Wire view</source>
        <translation>Protokollansicht öffnen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::SignInHeader</name>
    <message>
        <source>Sign in to Parlour</source>
        <translation>Bei Parlour anmelden</translation>
    </message>
    <message>
        <source>Topic rooms that keep their history</source>
        <translation>Themenräume, die ihren Verlauf behalten</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::SignInWindow</name>
    <message>
        <source>Find automatically</source>
        <translation>Automatisch suchen</translation>
    </message>
    <message>
        <source>Enter address</source>
        <translation>Adresse eingeben</translation>
    </message>
    <message>
        <source>&amp;Remember me on this computer</source>
        <translation>Auf diesem Computer &amp;merken</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign in to Parlour</source>
        <translation>Bei Parlour anmelden</translation>
    </message>
    <message>
        <source>Sign-in &amp;address</source>
        <translation>Anmelde&amp;adresse</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Kennwort</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Looks up the server for your address and uses TLS.</source>
        <translation>Sucht den Server zu Ihrer Adresse und verwendet TLS.</translation>
    </message>
    <message>
        <source>Looks up the server for %1 and uses TLS.</source>
        <translation>Sucht den Server für %1 und verwendet TLS.</translation>
    </message>
    <message>
        <source>&amp;Remember me, but ask for the password</source>
        <translation>Nur die Adresse &amp;merken, nach dem Kennwort fragen</translation>
    </message>
    <message>
        <source>This computer has no keychain that answers. The password is asked each time.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, der antwortet. Nach dem Kennwort wird jedes Mal gefragt.</translation>
    </message>
    <message>
        <source>Check the sign-in address</source>
        <translation>Prüfen Sie die Anmeldeadresse</translation>
    </message>
    <message>
        <source>It needs a name and a company.</source>
        <translation>Sie braucht einen Namen und eine Firma.</translation>
    </message>
    <message>
        <source>Use the form name@company.com.</source>
        <translation>Verwenden Sie die Form name@firma.de.</translation>
    </message>
    <message>
        <source>Check the server</source>
        <translation>Prüfen Sie den Server</translation>
    </message>
    <message>
        <source>The address or the port is missing.</source>
        <translation>Die Adresse oder der Port fehlt.</translation>
    </message>
    <message>
        <source>Enter both, or choose “Find automatically”.</source>
        <translation>Geben Sie beide ein oder wählen Sie „Automatisch suchen“.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::StoragePage</name>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 Monat</translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Message cache</source>
        <translation>Nachrichtencache</translation>
    </message>
    <message>
        <source>&amp;Keep messages for</source>
        <translation>&amp;Nachrichten behalten für</translation>
    </message>
    <message>
        <source>Cache at &amp;most</source>
        <translation>Cache &amp;höchstens</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>&amp;Save downloads to</source>
        <translation>&amp;Downloads speichern in</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Auswählen…</translation>
    </message>
    <message>
        <source>&amp;Ask where to save each file</source>
        <translation>Bei jeder Datei &amp;fragen, wohin</translation>
    </message>
    <message>
        <source>Save downloads to</source>
        <translation>Downloads speichern in</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>C&amp;lear cache…</source>
        <translation>&amp;Cache leeren…</translation>
    </message>
    <message>
        <source>Clear the message cache</source>
        <translation>Den Nachrichtencache leeren</translation>
    </message>
    <message>
        <source>History stays on the server and loads again when you scroll.</source>
        <translation>Der Verlauf bleibt auf dem Server und wird beim Blättern wieder geladen.</translation>
    </message>
    <message>
        <source>&amp;Delete drafts…</source>
        <translation>&amp;Entwürfe löschen…</translation>
    </message>
    <message>
        <source>Delete drafts</source>
        <translation>Entwürfe löschen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Export a room’s history as text, HTML or JSON</source>
        <translation>Den Verlauf eines Raums als Text, HTML oder JSON exportieren</translation>
    </message>
    <message>
        <source>Clear the message cache?</source>
        <translation>Den Nachrichtencache leeren?</translation>
    </message>
    <message>
        <source>Messages kept on this computer are removed. Without a connection they cannot be read or searched until they are loaded again.</source>
        <translation>Nachrichten auf diesem Computer werden entfernt. Ohne Verbindung können sie nicht gelesen oder durchsucht werden, bis sie wieder geladen sind.</translation>
    </message>
    <message>
        <source>Clear cache</source>
        <translation>Cache leeren</translation>
    </message>
    <message>
        <source>Delete all drafts?</source>
        <translation>Alle Entwürfe löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Unsent texts in %n rooms are lost.</source>
        <translation>
            <numerusform>Nicht gesendete Texte in %n Raum gehen verloren.</numerusform>
            <numerusform>Nicht gesendete Texte in %n Räumen gehen verloren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::StoryPreview</name>
    <message>
        <source>Preview of the story</source>
        <translation>Vorschau der Story</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::TimelineView</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ToastStack</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::WelcomePage</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Open a room to start</source>
        <translation>Öffnen Sie einen Raum</translation>
    </message>
    <message>
        <source>Join a chat room</source>
        <translation>Raum beitreten</translation>
    </message>
    <message>
        <source>Watch the sign-in in Wire view</source>
        <translation>Die Anmeldung in der Protokollansicht ansehen</translation>
    </message>
    <message>
        <source>Rooms you follow stay in the list. Find one by its name.</source>
        <translation>Räume, denen Sie folgen, bleiben in der Liste. Suchen Sie einen nach seinem Namen.</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::WireDetail</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>XCCOS, formatted</source>
        <translation>XCCOS, formatiert</translation>
    </message>
    <message>
        <source>XML, formatted</source>
        <translation>XML, formatiert</translation>
    </message>
    <message>
        <source>SDP</source>
        <translation>SDP</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Message details</source>
        <translation>Details der Nachricht</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Raw bytes</source>
        <translation>Rohe Bytes</translation>
    </message>
    <message>
        <source>Dialog</source>
        <translation>Dialog</translation>
    </message>
    <message>
        <source>Views of the message</source>
        <translation>Ansichten der Nachricht</translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation>Vorige Nachricht</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>Nächste Nachricht</translation>
    </message>
    <message>
        <source>Copy headers</source>
        <translation>Header kopieren</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Copy body</source>
        <translation>Inhalt kopieren</translation>
    </message>
    <message>
        <source>Messages of this dialog</source>
        <translation>Nachrichten dieses Dialogs</translation>
    </message>
    <message>
        <source>No message chosen</source>
        <translation>Keine Nachricht ausgewählt</translation>
    </message>
    <message>
        <source>Choose a message in the list to see it here.</source>
        <translation>Wählen Sie in der Liste eine Nachricht, um sie hier zu sehen.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Call-ID %1 · %2</source>
        <translation>Call-ID %1 · %2</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::WireFilterField</name>
    <message>
        <source>Filter by method, command, room, status or text</source>
        <translation>Nach Methode, Befehl, Raum, Status oder Text filtern</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::WireWindow</name>
    <message>
        <source>Wire view</source>
        <translation>Protokollansicht</translation>
    </message>
    <message>
        <source>Passwords and tokens are masked in saved files</source>
        <translation>Kennwörter und Token sind in gespeicherten Dateien maskiert</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the messages shown as text</source>
        <translation>Die angezeigten Nachrichten als Text kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>200 OK acknowledgements</source>
        <translation>Bestätigungen 200 OK</translation>
    </message>
    <message>
        <source>%1 · via Front End</source>
        <translation>%1 · über Front-End</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>Signed in, %1</source>
        <translation>Angemeldet, %1</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 angezeigt</translation>
    </message>
    <message>
        <source>Sign-in took %1 s</source>
        <translation>Anmeldung dauerte %1 s</translation>
    </message>
    <message>
        <source>Messages copied</source>
        <translation>Nachrichten kopiert</translation>
    </message>
    <message>
        <source>Save messages</source>
        <translation>Nachrichten speichern</translation>
    </message>
    <message>
        <source>Text (*.txt);;JSON, can be opened again (*.json)</source>
        <translation>Text (*.txt);;JSON, kann wieder geöffnet werden (*.json)</translation>
    </message>
    <message>
        <source>Open saved messages</source>
        <translation>Gespeicherte Nachrichten öffnen</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Messages not saved</source>
        <translation>Nachrichten nicht gespeichert</translation>
    </message>
    <message>
        <source>Messages saved</source>
        <translation>Nachrichten gespeichert</translation>
    </message>
    <message>
        <source>Trace not opened</source>
        <translation>Aufzeichnung nicht geöffnet</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::WordCompleter</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Emoticons</source>
        <translation>Emoticons</translation>
    </message>
</context>
</TS>
