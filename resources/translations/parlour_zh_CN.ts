<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Autostart</name>
    <message>
        <source>The list of what starts with the computer cannot be changed.</source>
        <translation>无法更改随计算机启动的项目列表。</translation>
    </message>
</context>
<context>
    <name>Parlour::Core::Feeds</name>
    <message>
        <source>Give the feed a name.</source>
        <translation>请为订阅源取一个名称。</translation>
    </message>
    <message>
        <source>There is a feed with this name. Choose another name.</source>
        <translation>已有同名的订阅源。请换一个名称。</translation>
    </message>
    <message>
        <source>Add a word or a person. Without one every message would be in the feed.</source>
        <translation>请添加一个词或一个人，否则所有消息都会进入此订阅源。</translation>
    </message>
    <message>
        <source>This feed is always there.</source>
        <translation>此订阅源始终存在。</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>与您有关</translation>
    </message>
    <message numerus="yes">
        <source>A feed has at most %n words. Take some out.</source>
        <translation>
            <numerusform>一个订阅源最多有 %n 个词。请去掉一些。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name has at most %n characters.</source>
        <translation>
            <numerusform>名称最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A feed has at most %n people. Take some out.</source>
        <translation>
            <numerusform>一个订阅源最多有 %n 个人。请去掉一些。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A feed has at most %n rooms. Choose all rooms instead.</source>
        <translation>
            <numerusform>一个订阅源最多有 %n 个聊天室。可改为选择所有聊天室。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n feeds. Delete one first.</source>
        <translation>
            <numerusform>已有 %n 个订阅源。请先删除一个。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Core::FileWords</name>
    <message>
        <source>The server&apos;s answer was not understood.</source>
        <translation>无法理解服务器的应答。</translation>
    </message>
    <message>
        <source>There is no space for this file: %1 are missing. Make room, or save it elsewhere.</source>
        <translation>没有足够的空间存放此文件：还缺 %1。请腾出空间，或保存到别处。</translation>
    </message>
    <message>
        <source>The server closed the transfer.</source>
        <translation>服务器关闭了传输。</translation>
    </message>
    <message>
        <source>The file arrived damaged. Retry to fetch it again.</source>
        <translation>收到的文件已损坏。请重试以重新获取。</translation>
    </message>
    <message>
        <source>The file cannot be given its name. Save it elsewhere.</source>
        <translation>无法为文件命名。请保存到别处。</translation>
    </message>
    <message>
        <source>The server does not take files as large as this one.</source>
        <translation>服务器不接受这么大的文件。</translation>
    </message>
    <message>
        <source>%1 is %2. This server takes up to %3.</source>
        <translation>%1 的大小为 %2。此服务器最多接受 %3。</translation>
    </message>
    <message>
        <source>%1 has %2 bytes. This server takes up to %3.</source>
        <translation>%1 有 %2 字节。此服务器最多接受 %3。</translation>
    </message>
    <message>
        <source>Files may not be posted in this room. Ask one of its managers.</source>
        <translation>此聊天室不允许发布文件。请询问其管理员。</translation>
    </message>
    <message>
        <source>You may not read the files of this room any more. Ask one of its managers.</source>
        <translation>您不能再读取此聊天室的文件。请询问其管理员。</translation>
    </message>
    <message>
        <source>The server does not take files without a type. Ask who runs it which it takes.</source>
        <translation>服务器不接受没有类型的文件。请向其运营者询问可接受的类型。</translation>
    </message>
    <message>
        <source>The server does not take .%1 files. Ask who runs it which types it takes.</source>
        <translation>服务器不接受 .%1 文件。请向其运营者询问可接受的类型。</translation>
    </message>
    <message>
        <source>The server has given the unfinished file up. Retry to send it from the beginning.</source>
        <translation>服务器已放弃未完成的文件。请重试以从头发送。</translation>
    </message>
    <message>
        <source>The server has the file no longer. Ask who posted it to post it again.</source>
        <translation>服务器上已没有此文件。请让发布者重新发布。</translation>
    </message>
    <message>
        <source>The server&apos;s scan put the file into quarantine. It was not posted.</source>
        <translation>服务器扫描后隔离了此文件，文件未发布。</translation>
    </message>
    <message>
        <source>The server&apos;s scan put the file into quarantine. Ask who runs the server.</source>
        <translation>服务器扫描后隔离了此文件。请询问服务器的运营者。</translation>
    </message>
    <message>
        <source>The server&apos;s permission for this transfer has run out. Retry to ask for a new one.</source>
        <translation>服务器对此次传输的许可已过期。请重试以获取新的许可。</translation>
    </message>
    <message>
        <source>The server gave a permission for another room. Retry to ask for a new one.</source>
        <translation>服务器给出的是另一个聊天室的许可。请重试以获取新的许可。</translation>
    </message>
    <message>
        <source>The server does not take a file of this name. Rename it and attach it again.</source>
        <translation>服务器不接受使用此名称的文件。请重命名后再次附加。</translation>
    </message>
    <message>
        <source>This room has no space left for files. Ask a manager to remove some.</source>
        <translation>此聊天室已没有存放文件的空间。请管理员删除一些文件。</translation>
    </message>
    <message>
        <source>The server has no space left for files. Tell who runs it, and retry later.</source>
        <translation>服务器已没有存放文件的空间。请告知其运营者，稍后重试。</translation>
    </message>
    <message>
        <source>The file arrived damaged. Retry to send it again.</source>
        <translation>服务器收到的文件已损坏。请重试以重新发送。</translation>
    </message>
    <message>
        <source>The server could not examine the file. Retry later.</source>
        <translation>服务器无法检查此文件。请稍后重试。</translation>
    </message>
    <message>
        <source>The server is busy with other transfers. Retry soon.</source>
        <translation>服务器正忙于其他传输。请稍候重试。</translation>
    </message>
    <message>
        <source>The server cannot keep files at the moment. Retry later.</source>
        <translation>服务器目前无法存放文件。请稍后重试。</translation>
    </message>
    <message>
        <source>The server did not understand the transfer (%1). Retry, or tell who runs it.</source>
        <translation>服务器无法理解此次传输 (%1)。请重试，或告知其运营者。</translation>
    </message>
    <message>
        <source>The server&apos;s answer was not understood. Retry, or tell who runs it.</source>
        <translation>无法理解服务器的应答。请重试，或告知其运营者。</translation>
    </message>
    <message>
        <source>The server refused the transfer (%1). Retry, or tell who runs it.</source>
        <translation>服务器拒绝了此次传输 (%1)。请重试，或告知其运营者。</translation>
    </message>
    <message>
        <source>This server keeps no files for its rooms.</source>
        <translation>此服务器不为聊天室存放文件。</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n 字节</numerusform>
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
        <translation>无法理解服务器的文件列表。</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>连接已断开。</translation>
    </message>
    <message>
        <source>The server wants files unencrypted.</source>
        <translation>服务器要求不加密传输文件。</translation>
    </message>
    <message>
        <source>The server wants files unencrypted. Parlour does not send them so.</source>
        <translation>服务器要求不加密传输文件。Parlour 不会这样发送。</translation>
    </message>
    <message>
        <source>The connection to the file service broke off. Retry to go on where it was.</source>
        <translation>与文件服务的连接中断。请重试以从中断处继续。</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Files cannot be moved here.</source>
        <translation>此处无法传输文件。</translation>
    </message>
    <message>
        <source>This program cannot move files.</source>
        <translation>此程序无法传输文件。</translation>
    </message>
    <message>
        <source>The room is not open.</source>
        <translation>聊天室未打开。</translation>
    </message>
    <message>
        <source>Files are not allowed in this room. Its managers can change that.</source>
        <translation>此聊天室不允许文件。其管理员可以更改。</translation>
    </message>
    <message>
        <source>You may read this room, not post in it.</source>
        <translation>您可以阅读此聊天室，但不能发布消息。</translation>
    </message>
    <message>
        <source>%1 is a folder. Put it into an archive and attach that.</source>
        <translation>%1 是文件夹。请将其压缩后附加压缩包。</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 不是文件。</translation>
    </message>
    <message>
        <source>%1 has a name that cannot be used.</source>
        <translation>%1 的名称无法使用。</translation>
    </message>
    <message>
        <source>%1 may not be read by you.</source>
        <translation>您无权读取 %1。</translation>
    </message>
    <message>
        <source>%1 is no longer where it was. Attach it again.</source>
        <translation>%1 已不在原处。请重新附加。</translation>
    </message>
    <message>
        <source>%1 was changed meanwhile. Attach it again.</source>
        <translation>%1 在此期间被更改。请重新附加。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>The certificate of the server&apos;s file service is not trusted.</source>
        <translation>服务器文件服务的证书不受信任。</translation>
    </message>
    <message>
        <source>The server&apos;s file service cannot be reached.</source>
        <translation>无法连接服务器的文件服务。</translation>
    </message>
    <message>
        <source>The connection to the file service broke off.</source>
        <translation>与文件服务的连接中断。</translation>
    </message>
    <message>
        <source>The file cannot be saved: %1. Choose another folder.</source>
        <translation>无法保存文件：%1。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The file cannot be written: %1. Make room, or save it elsewhere.</source>
        <translation>无法写入文件：%1。请腾出空间，或保存到别处。</translation>
    </message>
</context>
<context>
    <name>Parlour::Core::HistoryExport</name>
    <message>
        <source>You are no longer in this room.</source>
        <translation>您已不在此聊天室中。</translation>
    </message>
    <message>
        <source>The history can be exported while you are connected.</source>
        <translation>连接后才能导出历史记录。</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>The connection was lost. Nothing was written; export again when it is back.</source>
        <translation>连接已断开，未写入任何内容；恢复连接后请重新导出。</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
    <message numerus="yes">
        <source>These are more than %Ln messages. Choose a shorter time.</source>
        <translation>
            <numerusform>超过 %Ln 条消息。请选择较短的时间段。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Core::HistoryFormat</name>
    <message>
        <source>[File: %1]</source>
        <translation>[文件：%1]</translation>
    </message>
    <message>
        <source>[File: %1, %2]</source>
        <translation>[文件：%1，%2]</translation>
    </message>
    <message>
        <source>A message was removed</source>
        <translation>一条消息已移除</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>所有消息</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>从 %1 起</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Exported %1. All times are UTC.</source>
        <translation>导出于 %1。所有时间均为 UTC。</translation>
    </message>
    <message>
        <source>high importance</source>
        <translation>重要性高</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
</context>
<context>
    <name>Parlour::Core::WhyNot</name>
    <message numerus="yes">
        <source>%1 or one of %n others</source>
        <translation>
            <numerusform>%1 或另外 %n 人中的一位</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 或 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n others</source>
        <translation>
            <numerusform>%1 和另外 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>You were removed from this room. As a manager you can add yourself again.</source>
        <translation>您已被移出此聊天室。作为管理员，您可以重新添加自己。</translation>
    </message>
    <message>
        <source>a manager of the room</source>
        <translation>聊天室的管理员</translation>
    </message>
    <message>
        <source>You were removed from this room.</source>
        <translation>您已被移出此聊天室。</translation>
    </message>
    <message>
        <source>To come back, ask %1.</source>
        <translation>如需返回，请联系%1。</translation>
    </message>
    <message>
        <source>This room was disabled by a manager. You can read its history.</source>
        <translation>此聊天室已被管理员停用。您可以阅读其历史记录。</translation>
    </message>
    <message>
        <source>This room was deleted. What you read of it stays here until you take it off your list.</source>
        <translation>此聊天室已删除。您读过的内容会保留在此，直到您将它从列表中移除。</translation>
    </message>
    <message>
        <source>Members only. Ask a manager of the room to add you.</source>
        <translation>仅限成员。请聊天室的管理员添加您。</translation>
    </message>
    <message>
        <source>Members only. Ask %1.</source>
        <translation>仅限成员。请联系%1。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍候重试。</translation>
    </message>
    <message>
        <source>The category of this room does not admit your account.</source>
        <translation>此聊天室所属的类别不允许您的帐户。</translation>
    </message>
    <message>
        <source>The category %1 does not admit your account.</source>
        <translation>类别 %1 不允许您的帐户。</translation>
    </message>
    <message>
        <source>Ask your administrator.</source>
        <translation>请联系您的管理员。</translation>
    </message>
    <message>
        <source>This room does not exist, or you cannot see it. Check the link, or ask whoever gave it to you.</source>
        <translation>此聊天室不存在，或者您看不到它。请检查链接，或询问给您链接的人。</translation>
    </message>
    <message>
        <source>This room is disabled. An administrator can turn it on again.</source>
        <translation>此聊天室已停用。管理员可以重新启用它。</translation>
    </message>
    <message>
        <source>You manage this room but are no member of it. Add yourself to its members to join.</source>
        <translation>您管理此聊天室，但不是其成员。请将自己添加为成员后加入。</translation>
    </message>
    <message>
        <source>The presenter is %1.</source>
        <translation>演示者是 %1。</translation>
    </message>
    <message>
        <source>Presenters are %1.</source>
        <translation>演示者有 %1。</translation>
    </message>
    <message>
        <source>To become one, ask %1.</source>
        <translation>如需成为演示者，请联系%1。</translation>
    </message>
    <message>
        <source>As a manager you can make yourself one.</source>
        <translation>作为管理员，您可以将自己设为演示者。</translation>
    </message>
    <message>
        <source>Only presenters post here.</source>
        <translation>只有演示者可以在此发布。</translation>
    </message>
    <message>
        <source>Open the room to post in it.</source>
        <translation>打开聊天室即可发布消息。</translation>
    </message>
    <message>
        <source>You may read this room, not post in it.</source>
        <translation>您可以阅读此聊天室，但不能发布消息。</translation>
    </message>
    <message>
        <source>If you need to, ask %1.</source>
        <translation>如有需要，请联系%1。</translation>
    </message>
    <message>
        <source>your administrator</source>
        <translation>您的管理员</translation>
    </message>
    <message>
        <source>Only managers change this room.</source>
        <translation>只有管理员可以更改此聊天室。</translation>
    </message>
    <message>
        <source>Ask %1.</source>
        <translation>请联系%1。</translation>
    </message>
</context>
<context>
    <name>Parlour::Core::Words</name>
    <message>
        <source>The room is not in your list.</source>
        <translation>此聊天室不在您的列表中。</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>连接已断开。</translation>
    </message>
    <message>
        <source>Looking for the server</source>
        <translation>正在查找服务器</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>正在登录</translation>
    </message>
    <message>
        <source>Reading the settings of your account</source>
        <translation>正在读取您帐户的设置</translation>
    </message>
    <message>
        <source>Reading the rooms you follow</source>
        <translation>正在读取您关注的聊天室</translation>
    </message>
    <message>
        <source>Opening the chat session</source>
        <translation>正在打开聊天会话</translation>
    </message>
    <message>
        <source>Asking for the server&apos;s limits</source>
        <translation>正在查询服务器的限制</translation>
    </message>
    <message>
        <source>Asking for the rooms you are a member of</source>
        <translation>正在查询您所属的聊天室</translation>
    </message>
    <message>
        <source>Asking for the rooms you manage</source>
        <translation>正在查询您管理的聊天室</translation>
    </message>
    <message>
        <source>Joining the rooms you follow</source>
        <translation>正在加入您关注的聊天室</translation>
    </message>
    <message>
        <source>Joining the rooms that were open</source>
        <translation>正在加入上次打开的聊天室</translation>
    </message>
    <message>
        <source>Fetching recent messages</source>
        <translation>正在获取最近的消息</translation>
    </message>
    <message>
        <source>Asking for invitations</source>
        <translation>正在查询邀请</translation>
    </message>
    <message>
        <source>Cannot find the server.</source>
        <translation>找不到服务器。</translation>
    </message>
    <message>
        <source>Cannot reach the server.</source>
        <translation>无法连接服务器。</translation>
    </message>
    <message>
        <source>Cannot sign in.</source>
        <translation>无法登录。</translation>
    </message>
    <message>
        <source>Cannot read the settings of your account.</source>
        <translation>无法读取您帐户的设置。</translation>
    </message>
    <message>
        <source>Cannot read the rooms you follow.</source>
        <translation>无法读取您关注的聊天室。</translation>
    </message>
    <message>
        <source>Cannot open the chat session.</source>
        <translation>无法打开聊天会话。</translation>
    </message>
    <message>
        <source>Cannot read the server&apos;s limits.</source>
        <translation>无法读取服务器的限制。</translation>
    </message>
    <message>
        <source>Cannot read the rooms you are a member of.</source>
        <translation>无法读取您所属的聊天室。</translation>
    </message>
    <message>
        <source>Cannot read the rooms you manage.</source>
        <translation>无法读取您管理的聊天室。</translation>
    </message>
    <message>
        <source>Cannot join the rooms you follow.</source>
        <translation>无法加入您关注的聊天室。</translation>
    </message>
    <message>
        <source>Cannot join the rooms that were open.</source>
        <translation>无法加入上次打开的聊天室。</translation>
    </message>
    <message>
        <source>Cannot fetch recent messages.</source>
        <translation>无法获取最近的消息。</translation>
    </message>
    <message>
        <source>Cannot read your invitations.</source>
        <translation>无法读取您的邀请。</translation>
    </message>
    <message>
        <source>You were removed from this room.</source>
        <translation>您已被移出此聊天室。</translation>
    </message>
    <message>
        <source>This room was disabled by a manager. You can read its history.</source>
        <translation>此聊天室已被管理员停用。您可以阅读其历史记录。</translation>
    </message>
    <message>
        <source>This room was deleted.</source>
        <translation>此聊天室已删除。</translation>
    </message>
    <message>
        <source>You are no longer in this room.</source>
        <translation>您已不在此聊天室中。</translation>
    </message>
    <message>
        <source>Check the sign-in address and the password.</source>
        <translation>请检查登录地址和密码。</translation>
    </message>
    <message>
        <source>Compare its fingerprint with the one your administrator gives you.</source>
        <translation>请将其指纹与管理员提供的指纹对比。</translation>
    </message>
    <message>
        <source>Ask your administrator whether chat is turned on for your account.</source>
        <translation>请询问管理员您的帐户是否启用了聊天。</translation>
    </message>
    <message>
        <source>Parlour tries again by itself. Nothing is lost.</source>
        <translation>Parlour 会自动重试，不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Check the network, or try again in a minute.</source>
        <translation>请检查网络，或一分钟后重试。</translation>
    </message>
    <message>
        <source>Tell your administrator which server and version this is.</source>
        <translation>请将服务器及其版本告知管理员。</translation>
    </message>
    <message>
        <source>Check the sign-in address, or enter the server&apos;s name.</source>
        <translation>请检查登录地址，或输入服务器的名称。</translation>
    </message>
    <message>
        <source>Check the sign-in address.</source>
        <translation>请检查登录地址。</translation>
    </message>
    <message>
        <source>Ask your administrator for the address of the chat pool.</source>
        <translation>请向管理员询问聊天池的地址。</translation>
    </message>
    <message>
        <source>Check the server&apos;s name and port, or choose Find automatically.</source>
        <translation>请检查服务器的名称和端口，或选择“自动查找”。</translation>
    </message>
    <message>
        <source>Check the network.</source>
        <translation>请检查网络。</translation>
    </message>
    <message>
        <source>Try again. If it stays so, copy the details for your administrator.</source>
        <translation>请重试。如果问题依旧，请复制详细信息给管理员。</translation>
    </message>
    <message>
        <source>The message cache could not be read. It was put aside and a new one begun; history loads again from the server.</source>
        <translation>无法读取消息缓存。已将其移开并新建缓存；历史记录会从服务器重新加载。</translation>
    </message>
    <message>
        <source>This computer has no room for the message cache. Chat goes on; new messages are not kept for reading offline until there is space.</source>
        <translation>此计算机没有存放消息缓存的空间。聊天可继续；在有空间之前，新消息不会保留以供脱机阅读。</translation>
    </message>
    <message>
        <source>The message cache keeps new messages again.</source>
        <translation>消息缓存已恢复保留新消息。</translation>
    </message>
    <message>
        <source>There is no message cache on this computer.</source>
        <translation>此计算机上没有消息缓存。</translation>
    </message>
    <message>
        <source>The transfers of files cannot be kept on this computer: %1</source>
        <translation>无法在此计算机上保留文件传输：%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Mute for 1 hour</source>
        <translation>静音 1 小时</translation>
    </message>
    <message numerus="yes">
        <source>%n new in %1</source>
        <translation>
            <numerusform>%1 中有 %n 条新消息</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>You are invited to %1.</source>
        <translation>您被邀请加入 %1。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>%1 asks to join</source>
        <translation>%1 请求加入</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 及另外 %2 个</translation>
    </message>
    <message>
        <source>The message was not sent before Parlour ended.</source>
        <translation>Parlour 结束前消息未发送。</translation>
    </message>
    <message>
        <source>The message was not sent. There was no connection.</source>
        <translation>消息未发送。当时没有连接。</translation>
    </message>
    <message>
        <source>The server took the message but did not confirm it.</source>
        <translation>服务器收到了消息，但未确认。</translation>
    </message>
    <message>
        <source>There is no server named %1.</source>
        <translation>没有名为 %1 的服务器。</translation>
    </message>
    <message>
        <source>%1 would be used without encryption, which is not allowed.</source>
        <translation>将不加密使用 %1，这是不允许的。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. %2</source>
        <translation>%1 的证书不受信任。%2</translation>
    </message>
    <message>
        <source>No server for %1 was found.</source>
        <translation>找不到 %1 的服务器。</translation>
    </message>
    <message>
        <source>Messages that wait to be sent cannot be kept on this computer: %1</source>
        <translation>无法在此计算机上保留等待发送的消息：%1</translation>
    </message>
    <message>
        <source>The server does not answer on port %1.</source>
        <translation>服务器在端口 %1 上没有应答。</translation>
    </message>
    <message>
        <source>The server refused the connection.</source>
        <translation>服务器拒绝了连接。</translation>
    </message>
    <message>
        <source>The server and this computer could not agree on encryption.</source>
        <translation>服务器与此计算机无法就加密方式达成一致。</translation>
    </message>
    <message>
        <source>The connection failed.</source>
        <translation>连接失败。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate could not be stored.</source>
        <translation>无法保存服务器的证书。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a person or a group.</source>
        <translation>“%1”不是个人或组的地址。</translation>
    </message>
    <message>
        <source>A room needs a name.</source>
        <translation>聊天室需要名称。</translation>
    </message>
    <message>
        <source>A room needs a category.</source>
        <translation>聊天室需要类别。</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>没有连接。</translation>
    </message>
    <message>
        <source>The room is still followed.</source>
        <translation>仍在关注此聊天室。</translation>
    </message>
    <message>
        <source>The room could not be followed.</source>
        <translation>无法关注此聊天室。</translation>
    </message>
    <message>
        <source>This server takes no requests to join.</source>
        <translation>此服务器不接受加入请求。</translation>
    </message>
    <message>
        <source>The server created the room but did not say its address.</source>
        <translation>服务器创建了聊天室，但未给出其地址。</translation>
    </message>
    <message>
        <source>The room is not available.</source>
        <translation>聊天室不可用。</translation>
    </message>
    <message>
        <source>The link names no message that can exist.</source>
        <translation>链接指向的消息不可能存在。</translation>
    </message>
    <message>
        <source>The room was closed meanwhile.</source>
        <translation>聊天室在此期间已关闭。</translation>
    </message>
    <message>
        <source>The chat session was lost.</source>
        <translation>聊天会话已中断。</translation>
    </message>
    <message>
        <source>The chat session was opened anew.</source>
        <translation>聊天会话已重新打开。</translation>
    </message>
    <message>
        <source>The chat session was closed.</source>
        <translation>聊天会话已关闭。</translation>
    </message>
    <message>
        <source>The server did not take the request.</source>
        <translation>服务器未接受请求。</translation>
    </message>
    <message>
        <source>The message was not delivered.</source>
        <translation>消息未送达。</translation>
    </message>
    <message>
        <source>The server ended the chat session.</source>
        <translation>服务器结束了聊天会话。</translation>
    </message>
    <message>
        <source>The server had forgotten the sign-in.</source>
        <translation>服务器已不记得此次登录。</translation>
    </message>
    <message>
        <source>The server did not answer any more.</source>
        <translation>服务器不再应答。</translation>
    </message>
    <message>
        <source>Signed out by the server. Your account was disabled.</source>
        <translation>已被服务器注销。您的帐户已停用。</translation>
    </message>
    <message>
        <source>Signed out by the server. You signed in on too many other computers.</source>
        <translation>已被服务器注销。您在过多的其他计算机上登录。</translation>
    </message>
    <message>
        <source>Your account moved to another server.</source>
        <translation>您的帐户已迁移到另一台服务器。</translation>
    </message>
    <message>
        <source>The server ended the sign-in.</source>
        <translation>服务器结束了此次登录。</translation>
    </message>
    <message>
        <source>The server took the request but sent no answer.</source>
        <translation>服务器接受了请求，但没有应答。</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>服务器没有应答。</translation>
    </message>
    <message>
        <source>The server says: %1.</source>
        <translation>服务器返回：%1。</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>密码不正确。</translation>
    </message>
    <message>
        <source>You are not permitted to.</source>
        <translation>您没有此权限。</translation>
    </message>
    <message>
        <source>The server does not know this address.</source>
        <translation>服务器不认识此地址。</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>服务器正忙。</translation>
    </message>
    <message>
        <source>It is not available now.</source>
        <translation>目前不可用。</translation>
    </message>
    <message>
        <source>The server does not support it.</source>
        <translation>服务器不支持此功能。</translation>
    </message>
    <message>
        <source>It is too large for the server.</source>
        <translation>内容过大，服务器无法处理。</translation>
    </message>
    <message>
        <source>It was changed elsewhere at the same time.</source>
        <translation>它同时在别处被更改。</translation>
    </message>
    <message>
        <source>The server ended the session.</source>
        <translation>服务器结束了会话。</translation>
    </message>
    <message>
        <source>The server reported an error.</source>
        <translation>服务器报告了错误。</translation>
    </message>
    <message>
        <source>The subscription failed.</source>
        <translation>订阅失败。</translation>
    </message>
    <message>
        <source>Cannot trust the server.</source>
        <translation>无法信任服务器。</translation>
    </message>
    <message>
        <source>Cannot sign in. The servers point at each other in a circle.</source>
        <translation>无法登录。各服务器循环地指向彼此。</translation>
    </message>
    <message>
        <source>the chat service is looked up</source>
        <translation>正在查找聊天服务</translation>
    </message>
    <message numerus="yes">
        <source>%n rooms followed</source>
        <translation>
            <numerusform>已关注 %n 个聊天室</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms joined</source>
        <translation>
            <numerusform>已加入 %n 个聊天室</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms</source>
        <translation>
            <numerusform>%n 个聊天室</numerusform>
        </translation>
    </message>
    <message>
        <source>no room is followed</source>
        <translation>未关注任何聊天室</translation>
    </message>
    <message>
        <source>no room was open</source>
        <translation>没有打开的聊天室</translation>
    </message>
    <message>
        <source>no room is joined</source>
        <translation>未加入任何聊天室</translation>
    </message>
    <message numerus="yes">
        <source>%n rooms up to date</source>
        <translation>
            <numerusform>%n 个聊天室已是最新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 条新消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot sign in. The server did not accept the password.</source>
        <translation>无法登录。服务器不接受此密码。</translation>
    </message>
    <message>
        <source>Cannot sign in. The server does not serve this address.</source>
        <translation>无法登录。服务器不为此地址提供服务。</translation>
    </message>
    <message>
        <source>Cannot open the chat session. You are not permitted to use chat rooms here.</source>
        <translation>无法打开聊天会话。您无权在此使用聊天室。</translation>
    </message>
    <message>
        <source>Cannot open the chat session. The chat pool does not exist.</source>
        <translation>无法打开聊天会话。聊天池不存在。</translation>
    </message>
    <message>
        <source>Cannot open the chat session. The chat service is not running.</source>
        <translation>无法打开聊天会话。聊天服务未运行。</translation>
    </message>
    <message>
        <source>Cannot open the chat session. The server refused this kind of session.</source>
        <translation>无法打开聊天会话。服务器拒绝此类会话。</translation>
    </message>
    <message>
        <source>Persistent chat is switched off for your account.</source>
        <translation>您的帐户已关闭持久聊天。</translation>
    </message>
    <message>
        <source>The server has no chat service for your account.</source>
        <translation>服务器没有为您的帐户提供聊天服务。</translation>
    </message>
    <message>
        <source>The chat service ended the session. You are not permitted to use chat rooms here.</source>
        <translation>聊天服务结束了会话。您无权在此使用聊天室。</translation>
    </message>
    <message>
        <source>They are not on this computer and load when the connection is back.</source>
        <translation>它们不在此计算机上，恢复连接后会加载。</translation>
    </message>
    <message>
        <source>The message is not there any more.</source>
        <translation>此消息已不存在。</translation>
    </message>
    <message numerus="yes">
        <source>%n rooms</source>
        <comment>where messages were caught up</comment>
        <translation>
            <numerusform>%n 个聊天室</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages caught up in %1</source>
        <translation>
            <numerusform>已补收 %1中的 %n 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them mention you</source>
        <translation>
            <numerusform>其中 %n 条提及您</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A request takes up to %n characters of text.</source>
        <translation>
            <numerusform>请求最多可有 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>This server does not let clients manage rooms. Manage them at %1.</source>
        <translation>此服务器不允许客户端管理聊天室。请在 %1 管理。</translation>
    </message>
    <message>
        <source>This server does not let clients manage rooms. Ask your administrator to do it.</source>
        <translation>此服务器不允许客户端管理聊天室。请您的管理员来完成。</translation>
    </message>
    <message>
        <source>The server sent an answer of another kind.</source>
        <translation>服务器发来了另一种应答。</translation>
    </message>
    <message numerus="yes">
        <source>%n rooms joined, %1 not available</source>
        <translation>
            <numerusform>已加入 %n 个聊天室，%1 个不可用</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The server cannot reach the home of your account.</source>
        <translation>%1服务器无法连接您帐户的主服务器。</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::ChatWords</name>
    <message>
        <source>INFO · %1 reply</source>
        <translation>INFO · %1 应答</translation>
    </message>
    <message>
        <source>INFO · %1 notice</source>
        <translation>INFO · %1 通知</translation>
    </message>
    <message>
        <source>INFO · %1</source>
        <translation>INFO · %1</translation>
    </message>
    <message>
        <source>INFO · chat message</source>
        <translation>INFO · 聊天消息</translation>
    </message>
    <message>
        <source>INFO · error report</source>
        <translation>INFO · 错误报告</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::CommandWords</name>
    <message>
        <source>member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>%1, last %2</source>
        <translation>%1，最近 %2</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>%1 之后</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>asks to join %1</source>
        <translation>请求加入 %1</translation>
    </message>
    <message>
        <source>lets %1 into %2</source>
        <translation>允许 %1 加入 %2</translation>
    </message>
    <message>
        <source>does not let %1 into %2</source>
        <translation>不允许 %1 加入 %2</translation>
    </message>
    <message>
        <source>no longer asks to join %1</source>
        <translation>不再请求加入 %1</translation>
    </message>
    <message>
        <source>all rooms</source>
        <translation>所有聊天室</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>%1, from message %2</source>
        <translation>%1，从消息 %2 起</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::DateWords</name>
    <message>
        <source>h:mm ap</source>
        <comment>a time format of 12 hours</comment>
        <translation>aph:mm</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday and date: Thursday 12 November</comment>
        <translation>%2%1</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>今天，%1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>昨天，%1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation>昨天 %1</translation>
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
        <translation>%1 条未读</translation>
    </message>
    <message>
        <source>mentions of you: %1</source>
        <translation>提及您：%1</translation>
    </message>
    <message>
        <source>high importance</source>
        <translation>重要性高</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>%1 earlier in this room</source>
        <translation>此聊天室中更早的 %1 条</translation>
    </message>
    <message>
        <source>mentions you</source>
        <translation>提及您</translation>
    </message>
    <message>
        <source>keyword %1</source>
        <translation>关键字 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
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
        <translation>%1 及另外 %2 个</translation>
    </message>
    <message>
        <source>publish %1</source>
        <translation>发布 %1</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>registration ended: %1</source>
        <translation>注册已结束：%1</translation>
    </message>
    <message>
        <source>presence of %1</source>
        <translation>%1 的状态</translation>
    </message>
    <message>
        <source>containers</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>subscribers</source>
        <translation>订阅者</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::ExportWords</name>
    <message>
        <source>This file is not a saved trace.</source>
        <translation>此文件不是已保存的跟踪。</translation>
    </message>
    <message>
        <source>This trace is too large to open.</source>
        <translation>此跟踪过大，无法打开。</translation>
    </message>
    <message>
        <source>This trace was saved by a newer version of Parlour.</source>
        <translation>此跟踪由更新版本的 Parlour 保存。</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::FeedModel</name>
    <message>
        <source>This message is not on this computer yet.</source>
        <translation>此消息尚未在此计算机上。</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::MessageSearchModel</name>
    <message numerus="yes">
        <source>Show %n more in this room</source>
        <translation>
            <numerusform>显示此聊天室中另外 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n message(s)</source>
        <translation>
            <numerusform>%1，%n 条消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Models::MoreWords</name>
    <message numerus="yes">
        <source>… %Ln more rooms</source>
        <translation>
            <numerusform>… 另外 %Ln 个聊天室</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more people</source>
        <translation>
            <numerusform>… 另外 %Ln 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more messages</source>
        <translation>
            <numerusform>… 另外 %Ln 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more invitations</source>
        <translation>
            <numerusform>… 另外 %Ln 个邀请</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more categories</source>
        <translation>
            <numerusform>… 另外 %Ln 个类别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more %1</source>
        <comment>the name of an element</comment>
        <translation>
            <numerusform>… 另外 %Ln 个 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more characters</source>
        <translation>
            <numerusform>… 另外 %Ln 个字符</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Models::NoticeWords</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 was let into %2</source>
        <translation>%1 已获准加入 %2</translation>
    </message>
    <message>
        <source>%1 was not let into %2</source>
        <translation>%1 未获准加入 %2</translation>
    </message>
    <message>
        <source>%1 no longer asks to join %2</source>
        <translation>%1 不再请求加入 %2</translation>
    </message>
    <message>
        <source>%1 asks to join %2</source>
        <translation>%1 请求加入 %2</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::ParticipantModel</name>
    <message>
        <source>available</source>
        <translation>有空</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>away</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>脱机</translation>
    </message>
    <message>
        <source>here now</source>
        <translation>目前在此</translation>
    </message>
    <message>
        <source>Managers</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Presenters</source>
        <translation>演示者</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>presenter</source>
        <translation>演示者</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::PrincipalListModel</name>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>account turned off</source>
        <translation>帐户已关闭</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::ReplyWords</name>
    <message>
        <source>%1 joined</source>
        <translation>已加入 %1</translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1，%2 个失败</translation>
    </message>
    <message>
        <source>%1, more exist</source>
        <translation>%1，还有更多</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 中的 %1</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::RoomFilesModel</name>
    <message>
        <source>In quarantine</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>%1, from %2, %3, %4</source>
        <translation>%1，来自 %2，%3，%4</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::RoomListModel</name>
    <message>
        <source>Followed</source>
        <translation>已关注</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Rooms you follow stay here and open when you sign in.</source>
        <translation>您关注的聊天室会留在这里，并在登录时打开。</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>订阅源</translation>
    </message>
    <message>
        <source>Requests to join</source>
        <translation>加入请求</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>you were removed</source>
        <translation>您已被移出</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>%1, asked by %2</source>
        <translation>%1，%2 提出请求</translation>
    </message>
    <message>
        <source>Invitation to %1</source>
        <translation>邀请加入 %1</translation>
    </message>
    <message>
        <source>%1, collapsed</source>
        <translation>%1，已折叠</translation>
    </message>
    <message>
        <source>%1, expanded</source>
        <translation>%1，已展开</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>订阅源</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>no banners</source>
        <translation>无横幅</translation>
    </message>
    <message>
        <source>open room</source>
        <translation>开放聊天室</translation>
    </message>
    <message>
        <source>closed room</source>
        <translation>封闭聊天室</translation>
    </message>
    <message>
        <source>secret room</source>
        <translation>保密聊天室</translation>
    </message>
    <message>
        <source>room</source>
        <translation>聊天室</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n 次提及</numerusform>
        </translation>
    </message>
    <message>
        <source>high importance</source>
        <translation>重要性高</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>%n 个聊天室</numerusform>
        </translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>已展开</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::RoomSearchModel</name>
    <message>
        <source>%1, followed, %2</source>
        <translation>%1，已关注，%2</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::SipWords</name>
    <message>
        <source>with credentials</source>
        <translation>带凭据</translation>
    </message>
    <message>
        <source>to sign out</source>
        <translation>用于注销</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>已注销</translation>
    </message>
    <message>
        <source>registered for %1 s</source>
        <translation>已注册 %1 秒</translation>
    </message>
    <message>
        <source>provisioning</source>
        <translation>预配</translation>
    </message>
    <message>
        <source>roaming self</source>
        <translation>漫游数据</translation>
    </message>
    <message>
        <source>presence</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>%1, end</source>
        <translation>%1，结束</translation>
    </message>
    <message>
        <source>%1, %2 challenge</source>
        <translation>%1，%2 质询</translation>
    </message>
    <message>
        <source>session %1</source>
        <translation>会话 %1</translation>
    </message>
    <message>
        <source>refresh session</source>
        <translation>刷新会话</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::TextWords</name>
    <message numerus="yes">
        <source>… %Ln more lines</source>
        <translation>
            <numerusform>… 另外 %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more bytes</source>
        <translation>
            <numerusform>… 另外 %Ln 字节</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Models::TimelineModel</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>high importance</source>
        <translation>重要性高</translation>
    </message>
    <message>
        <source>mentions you</source>
        <translation>提及您</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>waiting for the connection</source>
        <translation>等待连接</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>A message was removed</source>
        <translation>一条消息已移除</translation>
    </message>
    <message>
        <source>Story: %1</source>
        <translation>长文：%1</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::WireReader</name>
    <message>
        <source>not a SIP message</source>
        <translation>不是 SIP 消息</translation>
    </message>
    <message>
        <source>unreadable chat document</source>
        <translation>无法读取的聊天文档</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::WireSentence</name>
    <message>
        <source>Registration</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Dialog</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Chat command</source>
        <translation>聊天命令</translation>
    </message>
    <message>
        <source>Chat reply</source>
        <translation>聊天应答</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Front End</source>
        <translation>前端</translation>
    </message>
    <message>
        <source>Persistent Chat</source>
        <translation>持久聊天</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>Parlour::Models::WireWords</name>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rooms</source>
        <translation>
            <numerusform>%Ln 个聊天室</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln categories</source>
        <translation>
            <numerusform>%Ln 个类别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln invitations</source>
        <translation>
            <numerusform>%Ln 个邀请</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests to join</source>
        <translation>
            <numerusform>%Ln 个加入请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln add-ins</source>
        <translation>
            <numerusform>%Ln 个加载项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln errors</source>
        <translation>
            <numerusform>%Ln 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln followed rooms</source>
        <translation>
            <numerusform>%Ln 个关注的聊天室</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Platform::DBusNotifier</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>Parlour::Platform::DemoServer</name>
    <message>
        <source>The program parlour-server is not installed.</source>
        <translation>未安装程序 parlour-server。</translation>
    </message>
    <message>
        <source>The demo server did not start.</source>
        <translation>演示服务器未启动。</translation>
    </message>
</context>
<context>
    <name>Parlour::Platform::Keychain</name>
    <message>
        <source>The keychain has no password for this account.</source>
        <translation>密钥环中没有此帐户的密码。</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>密钥环已锁定。</translation>
    </message>
    <message>
        <source>This computer has no keychain that answers.</source>
        <translation>此计算机没有可用的密钥环。</translation>
    </message>
</context>
<context>
    <name>Parlour::Platform::SingleInstance</name>
    <message>
        <source>Parlour runs already with this profile but does not answer.</source>
        <translation>Parlour 已用此配置文件运行，但没有应答。</translation>
    </message>
    <message>
        <source>The link is too long.</source>
        <translation>链接过长。</translation>
    </message>
</context>
<context>
    <name>Parlour::Platform::TrayIcon</name>
    <message>
        <source>&amp;Open Parlour</source>
        <translation>打开 Parlour(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Parlour</source>
        <translation>Parlour</translation>
    </message>
    <message>
        <source>Parlour, %1 for you</source>
        <translation>Parlour，%1 条与您有关</translation>
    </message>
</context>
<context>
    <name>Parlour::Program::Application</name>
    <message>
        <source>Use the form name@company.com.</source>
        <translation>请使用 name@company.com 的形式。</translation>
    </message>
    <message>
        <source>Starting the demo server</source>
        <translation>正在启动演示服务器</translation>
    </message>
    <message>
        <source>Install parlour-server on this computer, or sign in to another server.</source>
        <translation>请在此计算机上安装 parlour-server，或登录其他服务器。</translation>
    </message>
    <message>
        <source>The demo server has rooms with people posting in them. Open one, or find it by name.</source>
        <translation>演示服务器上有一些聊天室，里面有人在发布消息。请打开一个，或按名称查找。</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>信任此服务器吗？</translation>
    </message>
    <message>
        <source>%1 is not known on this computer.</source>
        <translation>此计算机不认识 %1。</translation>
    </message>
    <message>
        <source>It showed another certificate before. Ask its administrator.</source>
        <translation>它之前出示的是另一个证书。请询问其管理员。</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256): %1</source>
        <translation>指纹 (SHA-256)：%1</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>信任</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::AccountRow</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>&amp;Reduce animation</source>
        <translation>减少动画(&amp;R)</translation>
    </message>
    <message>
        <source>Parlour only animates progress bars and the jump to a message.</source>
        <translation>Parlour 只为进度条和跳转到消息使用动画。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Follow the system</source>
        <translation>跟随系统(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>Text and rows</source>
        <translation>文字和行</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>文字大小(&amp;X)</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>&amp;Timestamps</source>
        <translation>时间(&amp;T)</translation>
    </message>
    <message>
        <source>Beside each author, as the system</source>
        <translation>在作者旁边，跟随系统</translation>
    </message>
    <message>
        <source>Beside each author, 24-hour</source>
        <translation>在作者旁边，24 小时制</translation>
    </message>
    <message>
        <source>Beside each author, 12-hour</source>
        <translation>在作者旁边，12 小时制</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>消息列表</translation>
    </message>
    <message>
        <source>&amp;Group messages from the same person within 5 minutes</source>
        <translation>合并同一人 5 分钟内的消息(&amp;G)</translation>
    </message>
    <message>
        <source>Open stor&amp;ies in full</source>
        <translation>完整显示长文(&amp;I)</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::AskToJoinDialog</name>
    <message>
        <source>A manager of the room decides.</source>
        <translation>由聊天室的管理员决定。</translation>
    </message>
    <message>
        <source>%1 decides.</source>
        <translation>由 %1 决定。</translation>
    </message>
    <message>
        <source>&amp;Why you want to join (optional)</source>
        <translation>加入的原因（可选）(&amp;W)</translation>
    </message>
    <message>
        <source>Ask to join</source>
        <translation>请求加入</translation>
    </message>
    <message>
        <source>Ask to join %1</source>
        <translation>请求加入 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::AttachmentStrip</name>
    <message>
        <source>Do not attach %1</source>
        <translation>不附加 %1</translation>
    </message>
    <message>
        <source>%1, %2, attached</source>
        <translation>%1，%2，已附加</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>已附加的文件</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::AttentionController</name>
    <message>
        <source>&amp;Unmute room</source>
        <translation>取消静音(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Mute room</source>
        <translation>将聊天室静音(&amp;M)</translation>
    </message>
    <message>
        <source>Mute for &amp;1 hour</source>
        <translation>静音 1 小时(&amp;1)</translation>
    </message>
    <message>
        <source>&amp;Notify me about</source>
        <translation>何时通知我(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Every message</source>
        <translation>每条消息(&amp;E)</translation>
    </message>
    <message>
        <source>Mentions, keywords and &amp;high importance</source>
        <translation>提及、关键字和重要性高(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Mentions and keywords</source>
        <translation>提及和关键字(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Nothing (muted)</source>
        <translation>无（静音）(&amp;N)</translation>
    </message>
    <message>
        <source>Mentions in m&amp;uted rooms</source>
        <translation>静音聊天室中的提及(&amp;U)</translation>
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
        <translation>消息</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Search index</source>
        <translation>搜索索引</translation>
    </message>
    <message>
        <source>%1 used of %2</source>
        <translation>已用 %1，共 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n rooms</source>
        <translation>
            <numerusform>%n 个聊天室</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, oldest message %2</source>
        <translation>%1，最早的消息 %2</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::Composer</name>
    <message>
        <source>Back to a message</source>
        <translation>返回消息</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>长文</translation>
    </message>
    <message>
        <source>Title of the story</source>
        <translation>长文的标题</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>发消息到 %1</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Message to %1</source>
        <translation>发消息到 %1</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>附加文件</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ComposerEdit</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Add to dictionary</source>
        <translation>添加到词典</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ComposerFoot</name>
    <message>
        <source>Post as a story</source>
        <translation>作为长文发布</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message numerus="yes">
        <source>%n characters too long</source>
        <translation>
            <numerusform>超出 %n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Enter posts the story</source>
        <translation>按 Ctrl+Enter 发布长文</translation>
    </message>
    <message>
        <source>Enter sends · Shift+Enter adds a line</source>
        <translation>Enter 发送 · Shift+Enter 换行</translation>
    </message>
    <message>
        <source>Post story</source>
        <translation>发布长文</translation>
    </message>
    <message>
        <source>High importance</source>
        <translation>重要性高</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln characters used</source>
        <translation>
            <numerusform>已用 %1 个字符，共 %Ln 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ComposerToolbar</name>
    <message>
        <source>Write a story</source>
        <translation>写长文</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>粗体</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>斜体</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>下划线</translation>
    </message>
    <message>
        <source>Strike through</source>
        <translation>删除线</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>附加文件</translation>
    </message>
    <message>
        <source>Emoticon</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>High importance</source>
        <translation>重要性高</translation>
    </message>
    <message>
        <source>Write a story (%1)</source>
        <translation>写长文 (%1)</translation>
    </message>
    <message>
        <source>Back to a message</source>
        <translation>返回消息</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
        <translation>1 小时</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Find &amp;automatically</source>
        <translation>自动查找(&amp;A)</translation>
    </message>
    <message>
        <source>Find &amp;automatically for %1</source>
        <translation>为 %1 自动查找(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Use this server</source>
        <translation>使用此服务器(&amp;U)</translation>
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
        <translation>服务器名称</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>Applies at the next sign-in.</source>
        <translation>下次登录时生效。</translation>
    </message>
    <message>
        <source>If the connection drops</source>
        <translation>连接中断时</translation>
    </message>
    <message>
        <source>&amp;Give up on a message after</source>
        <translation>多久后放弃消息(&amp;G)</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Open &amp;Wire view</source>
        <translation>打开报文视图(&amp;W)</translation>
    </message>
    <message>
        <source>Wire view keeps the latest messages in memory.</source>
        <translation>报文视图在内存中保留最近的消息。</translation>
    </message>
    <message>
        <source>Stop &amp;demo</source>
        <translation>停止演示(&amp;D)</translation>
    </message>
    <message>
        <source>Start &amp;demo</source>
        <translation>启动演示(&amp;D)</translation>
    </message>
    <message>
        <source>Demo server on this computer</source>
        <translation>此计算机上的演示服务器</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ConnectionPresenter</name>
    <message>
        <source>Busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>有空</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>无法连接服务器。</translation>
    </message>
    <message>
        <source>Connection lost at %1.</source>
        <translation>连接于 %1 中断。</translation>
    </message>
    <message>
        <source>It asked us to wait %1 s.</source>
        <translation>服务器要求等待 %1 秒。</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Messages on this computer</source>
        <translation>此计算机上的消息</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>缓慢</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>正在重新连接…</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>脱机</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已注销</translation>
    </message>
    <message>
        <source>No answer for %1 s</source>
        <translation>%1 秒没有应答</translation>
    </message>
    <message>
        <source>Connecting again</source>
        <translation>正在重新连接</translation>
    </message>
    <message>
        <source>Trying again in %1 s</source>
        <translation>%1 秒后重试</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>无网络</translation>
    </message>
    <message>
        <source>Connecting again.</source>
        <translation>正在重新连接。</translation>
    </message>
    <message>
        <source>Trying again in %1 s.</source>
        <translation>%1 秒后重试。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>服务器正忙。</translation>
    </message>
    <message>
        <source>This computer has no network.</source>
        <translation>此计算机没有网络。</translation>
    </message>
    <message>
        <source>Parlour connects when it is back.</source>
        <translation>网络恢复后 Parlour 会自动连接。</translation>
    </message>
    <message>
        <source>Your password changed.</source>
        <translation>您的密码已更改。</translation>
    </message>
    <message>
        <source>Your account was disabled.</source>
        <translation>您的帐户已停用。</translation>
    </message>
    <message>
        <source>Signed out by the server.</source>
        <translation>已被服务器注销。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Back online.</source>
        <translation>已重新联机。</translation>
    </message>
    <message>
        <source>%1 Messages you write now go out when you are back.</source>
        <translation>%1您现在写的消息会在恢复连接后发出。</translation>
    </message>
    <message numerus="yes">
        <source>%n messages caught up in %1.</source>
        <translation>
            <numerusform>已补收 %1中的 %n 条消息。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms</source>
        <comment>where messages were caught up</comment>
        <translation>
            <numerusform>%n 个聊天室</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ContextPane</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Jump to message</source>
        <translation>跳到消息</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Around %1, %2</source>
        <translation>%1 前后，%2</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::CopyLink</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::DateDialog</name>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;H)</translation>
    </message>
    <message>
        <source>Go to date</source>
        <translation>转到日期</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下个月</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::DateJump</name>
    <message>
        <source>%1 could not be shown</source>
        <translation>无法显示 %1</translation>
    </message>
    <message>
        <source>No messages since then</source>
        <translation>此后没有消息</translation>
    </message>
    <message>
        <source>The room has none since %1.</source>
        <translation>自 %1 以来聊天室中没有消息。</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::DemoCard</name>
    <message>
        <source>Start demo</source>
        <translation>启动演示</translation>
    </message>
    <message>
        <source>Start a local demo server. It runs only on this computer.</source>
        <translation>启动本地演示服务器。它只在此计算机上运行。</translation>
    </message>
    <message>
        <source>New to Parlour?</source>
        <translation>初次使用 Parlour？</translation>
    </message>
    <message>
        <source>Try it now</source>
        <translation>立即试用</translation>
    </message>
    <message>
        <source>Start a local demo server. It runs</source>
        <translation>启动本地演示服务器。</translation>
    </message>
    <message>
        <source>only on this computer.</source>
        <translation>它只在此计算机上运行。</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::DigestDelegate</name>
    <message>
        <source>Mark read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>%1 earlier in this room</source>
        <translation>此聊天室中更早的 %1 条</translation>
    </message>
    <message>
        <source>High importance</source>
        <translation>重要性高</translation>
    </message>
    <message>
        <source>Mentions you</source>
        <translation>提及您</translation>
    </message>
    <message>
        <source>Keyword: %1</source>
        <translation>关键字：%1</translation>
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
        <translation>全部标为已读</translation>
    </message>
    <message>
        <source>Catch me up</source>
        <translation>未读速览</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新内容</translation>
    </message>
    <message>
        <source>Back to the room</source>
        <translation>返回聊天室</translation>
    </message>
    <message>
        <source>Unread messages of all rooms</source>
        <translation>所有聊天室的未读消息</translation>
    </message>
    <message>
        <source>Messages that mention you</source>
        <translation>提及您的消息</translation>
    </message>
    <message>
        <source>Enter opens the room at the message.</source>
        <translation>按 Enter 打开聊天室并定位到消息。</translation>
    </message>
    <message>
        <source>Newest first. Keywords are in Preferences.</source>
        <translation>最新的在前。关键字在首选项中设置。</translation>
    </message>
    <message>
        <source>You are caught up</source>
        <translation>您已读完所有消息</translation>
    </message>
    <message>
        <source>No room has unread messages.</source>
        <translation>没有聊天室有未读消息。</translation>
    </message>
    <message>
        <source>No mentions</source>
        <translation>没有提及</translation>
    </message>
    <message>
        <source>Messages with your name or your keywords show here.</source>
        <translation>含有您的名字或关键字的消息显示在这里。</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Mark read up to here</source>
        <translation>到此处标为已读(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Mark read</source>
        <translation>标为已读(&amp;M)</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::EmoticonPopup</name>
    <message>
        <source>Emoticons</source>
        <translation>表情</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ExportController</name>
    <message>
        <source>History exported</source>
        <translation>历史记录已导出</translation>
    </message>
    <message numerus="yes">
        <source>%n messages in %1.</source>
        <translation>
            <numerusform>%1 中有 %n 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ExportDialog</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>导出历史记录</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>从某日到某日</translation>
    </message>
    <message>
        <source>Export history of %1</source>
        <translation>导出 %1 的历史记录</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>消息(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>至(&amp;T)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>文件(&amp;I)</translation>
    </message>
    <message>
        <source>The file appears when it is complete.</source>
        <translation>完成后文件才会出现。</translation>
    </message>
    <message>
        <source>Give the whole name of a file.</source>
        <translation>请输入文件的完整名称。</translation>
    </message>
    <message>
        <source>There is no such folder. Choose another one.</source>
        <translation>没有此文件夹。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>There is a file with this name. Choose another name, or export again to replace it.</source>
        <translation>已有同名文件。请换一个名称，或再次导出以替换它。</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取历史记录…</translation>
    </message>
    <message numerus="yes">
        <source>%n messages, back to %1</source>
        <translation>
            <numerusform>%n 条消息，最早到 %1</numerusform>
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
        <translation>删除订阅源 %1 吗？</translation>
    </message>
    <message>
        <source>Its list goes. The messages stay in their rooms.</source>
        <translation>其列表会消失。消息仍保留在各自的聊天室中。</translation>
    </message>
    <message>
        <source>Delete feed</source>
        <translation>删除订阅源</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>订阅源</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FeedDialog</name>
    <message>
        <source>Show &amp;banners for this feed</source>
        <translation>为此订阅源显示横幅(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Delete feed…</source>
        <translation>删除订阅源(&amp;D)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create feed</source>
        <translation>创建订阅源</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New feed</source>
        <translation>新建订阅源</translation>
    </message>
    <message>
        <source>Edit feed</source>
        <translation>编辑订阅源</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Your name, and these &amp;words</source>
        <translation>您的名字以及这些词(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>词(&amp;W)</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>来自(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Match</source>
        <translation>匹配(&amp;M)</translation>
    </message>
    <message>
        <source>R&amp;ooms (none ticked: all)</source>
        <translation>聊天室（不勾选即为全部）(&amp;O)</translation>
    </message>
    <message>
        <source>All of the words</source>
        <translation>所有词</translation>
    </message>
    <message>
        <source>Any of the words</source>
        <translation>任一词</translation>
    </message>
    <message>
        <source>The words as one phrase</source>
        <translation>作为一个短语</translation>
    </message>
    <message>
        <source>Anybody. Add a name or an address</source>
        <translation>任何人。可添加姓名或地址</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>移出 %1</translation>
    </message>
    <message>
        <source>Add a word or “exact phrase”</source>
        <translation>添加一个词或“完整短语”</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>添加词</translation>
    </message>
    <message>
        <source>What the feed would have now</source>
        <translation>此订阅源目前会有的内容</translation>
    </message>
    <message>
        <source>A room that you left</source>
        <translation>您已离开的聊天室</translation>
    </message>
    <message>
        <source>Nobody in your rooms is called %1. Give the address, such as name@company.com.</source>
        <translation>您的聊天室中没有名为 %1 的人。请输入地址，例如 name@company.com。</translation>
    </message>
    <message>
        <source>No message in memory fits</source>
        <translation>内存中没有符合的消息</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n messages that fit</source>
        <translation>
            <numerusform>最新的 %n 条符合的消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages in memory fit</source>
        <translation>
            <numerusform>内存中有 %n 条消息符合</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard the changes?</source>
        <translation>放弃更改吗？</translation>
    </message>
    <message>
        <source>The feed stays as it was.</source>
        <translation>订阅源保持原样。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>聊天室</translation>
    </message>
    <message numerus="yes">
        <source>A feed has at most %n words.</source>
        <translation>
            <numerusform>一个订阅源最多有 %n 个词。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FeedPage</name>
    <message>
        <source>Messages with your name</source>
        <translation>含有您名字的消息</translation>
    </message>
    <message>
        <source>Messages with your name or %1</source>
        <translation>含有您的名字或 %1 的消息</translation>
    </message>
    <message>
        <source>Messages with %1</source>
        <translation>含有 %1 的消息</translation>
    </message>
    <message>
        <source>All of: %1</source>
        <translation>全部：%1</translation>
    </message>
    <message>
        <source>Any of: %1</source>
        <translation>任一：%1</translation>
    </message>
    <message>
        <source>As one phrase: “%1”</source>
        <translation>作为一个短语：“%1”</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>in all your rooms</source>
        <translation>在您的所有聊天室中</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>在 %1 中</translation>
    </message>
    <message>
        <source>Banners for this feed</source>
        <translation>此订阅源的横幅</translation>
    </message>
    <message>
        <source>Edit feed</source>
        <translation>编辑订阅源</translation>
    </message>
    <message>
        <source>Messages of the feed</source>
        <translation>订阅源的消息</translation>
    </message>
    <message>
        <source>Back to the room</source>
        <translation>返回聊天室</translation>
    </message>
    <message>
        <source>Banners for this feed: on</source>
        <translation>此订阅源的横幅：开</translation>
    </message>
    <message>
        <source>Banners for this feed: off</source>
        <translation>此订阅源的横幅：关</translation>
    </message>
    <message>
        <source>Looking for older messages…</source>
        <translation>正在查找更早的消息…</translation>
    </message>
    <message>
        <source>Newest first. Enter opens the room at the message.</source>
        <translation>最新的在前。按 Enter 打开聊天室并定位到消息。</translation>
    </message>
    <message>
        <source>Looking for messages</source>
        <translation>正在查找消息</translation>
    </message>
    <message>
        <source>What your rooms have shows here.</source>
        <translation>您聊天室中的内容显示在这里。</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无内容</translation>
    </message>
    <message>
        <source>New messages that fit show here as they come.</source>
        <translation>符合的新消息会随到随显。</translation>
    </message>
    <message>
        <source>&amp;Open at the message</source>
        <translation>打开并定位到消息(&amp;O)</translation>
    </message>
    <message>
        <source>Open the &amp;room</source>
        <translation>打开聊天室(&amp;R)</translation>
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
        <translation>还剩 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>还剩 %1 分钟</translation>
    </message>
    <message>
        <source>over an hour left</source>
        <translation>还剩一小时以上</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>正在排队</translation>
    </message>
    <message>
        <source>Waiting for the connection</source>
        <translation>等待连接</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Uploading %1%</source>
        <translation>正在上传 %1%</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>Failed at %1%</source>
        <translation>在 %1% 处失败</translation>
    </message>
    <message>
        <source>In quarantine</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>File without a name</source>
        <translation>未命名文件</translation>
    </message>
    <message>
        <source>File %1, %2</source>
        <translation>文件 %1，%2</translation>
    </message>
    <message>
        <source>File %1, uploading %2 percent</source>
        <translation>文件 %1，正在上传，%2%</translation>
    </message>
    <message>
        <source>File %1, downloading %2 percent</source>
        <translation>文件 %1，正在下载，%2%</translation>
    </message>
    <message>
        <source>File %1, paused at %2 percent</source>
        <translation>文件 %1，暂停于 %2%</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FileController</name>
    <message>
        <source>File not posted</source>
        <translation>文件未发布</translation>
    </message>
    <message>
        <source>File not saved</source>
        <translation>文件未保存</translation>
    </message>
    <message>
        <source>File not attached</source>
        <translation>文件未附加</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>附加文件</translation>
    </message>
    <message>
        <source>%1 is a folder. Put it into an archive and attach that.</source>
        <translation>%1 是文件夹。请将其压缩后附加压缩包。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>%1 is %2. This server takes up to %3.</source>
        <translation>%1 的大小为 %2。此服务器最多接受 %3。</translation>
    </message>
    <message>
        <source>Not all files attached</source>
        <translation>部分文件未附加</translation>
    </message>
    <message>
        <source>Picture not attached</source>
        <translation>图片未附加</translation>
    </message>
    <message>
        <source>The picture cannot be read.</source>
        <translation>无法读取图片。</translation>
    </message>
    <message>
        <source>Picture %1.png</source>
        <translation>图片 %1.png</translation>
    </message>
    <message>
        <source>Paste it again.</source>
        <translation>请重新粘贴。</translation>
    </message>
    <message>
        <source>Open “%1”?</source>
        <translation>打开“%1”吗？</translation>
    </message>
    <message>
        <source>Files of this type can run programs on this computer. Open it only if you know who posted it and what it does.</source>
        <translation>此类文件可以在计算机上运行程序。只有在您知道是谁发布的、会做什么时才打开。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>保存 %1</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>预览(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>下载(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>在文件夹中显示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
    </message>
    <message>
        <source>Di&amp;scard</source>
        <translation>放弃(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>It goes to your folder for downloads.</source>
        <translation>文件会存入您的下载文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>A message takes up to %n files.</source>
        <translation>
            <numerusform>一条消息最多可带 %n 个文件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FilesDialog</name>
    <message>
        <source>Find by name or person</source>
        <translation>按名称或人员查找</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Files of %1</source>
        <translation>%1 的文件</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Loading the list</source>
        <translation>正在加载列表</translation>
    </message>
    <message>
        <source>Nobody has posted a file here yet.</source>
        <translation>还没有人在此发布文件。</translation>
    </message>
    <message>
        <source>No file has these words.</source>
        <translation>没有文件含有这些词。</translation>
    </message>
    <message>
        <source>The server&apos;s scan put this file into quarantine.</source>
        <translation>服务器扫描后隔离了此文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FolderController</name>
    <message>
        <source>Name of the folder:</source>
        <translation>文件夹名称：</translation>
    </message>
    <message>
        <source>&amp;New folder…</source>
        <translation>新建文件夹(&amp;N)…</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>Move to fol&amp;der</source>
        <translation>移到文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>N&amp;o folder</source>
        <translation>无文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Rename folder…</source>
        <translation>重命名文件夹(&amp;R)…</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>重命名文件夹</translation>
    </message>
    <message>
        <source>&amp;Delete folder</source>
        <translation>删除文件夹(&amp;D)</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::FoundPrincipalDelegate</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::GeneralPage</name>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>S&amp;tart Parlour with the computer</source>
        <translation>随计算机启动 Parlour(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Sign in when Parlour starts</source>
        <translation>Parlour 启动时登录(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Open the rooms I had open last time</source>
        <translation>打开上次打开的聊天室(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray when the window closes</source>
        <translation>关闭窗口后在通知区域继续运行(&amp;K)</translation>
    </message>
    <message>
        <source>Right-click the tray icon to quit.</source>
        <translation>右键单击通知区域图标即可退出。</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>书写</translation>
    </message>
    <message>
        <source>Check s&amp;pelling</source>
        <translation>检查拼写(&amp;P)</translation>
    </message>
    <message>
        <source>No dictionary is installed on this computer.</source>
        <translation>此计算机未安装词典。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between languages</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>&amp;Interface language</source>
        <translation>界面语言(&amp;I)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dates and times follow the system settings. A new language shows at the next start.</source>
        <translation>日期和时间跟随系统设置。新语言在下次启动时生效。</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::HistoryStrip</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Loading earlier messages</source>
        <translation>正在加载更早的消息</translation>
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
        <translation>聊天室名称</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Search &amp;descriptions too</source>
        <translation>同时搜索说明(&amp;D)</translation>
    </message>
    <message>
        <source>Only rooms I &amp;belong to</source>
        <translation>仅我所属的聊天室(&amp;B)</translation>
    </message>
    <message>
        <source>Create a room…</source>
        <translation>创建聊天室…</translation>
    </message>
    <message>
        <source>Join a chat room</source>
        <translation>加入聊天室</translation>
    </message>
    <message>
        <source>Find a room</source>
        <translation>查找聊天室</translation>
    </message>
    <message>
        <source>Type two letters or more of its name.</source>
        <translation>请输入名称中的两个或更多字符。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Rooms found</source>
        <translation>找到的聊天室</translation>
    </message>
    <message>
        <source>Enter opens · Ctrl+Enter follows</source>
        <translation>Enter 打开 · Ctrl+Enter 关注</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message numerus="yes">
        <source>%n rooms found, more exist. Add letters to narrow it down.</source>
        <translation>
            <numerusform>找到 %n 个聊天室，还有更多。输入更多字符可缩小范围。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms found</source>
        <translation>
            <numerusform>找到 %n 个聊天室</numerusform>
        </translation>
    </message>
    <message>
        <source>No rooms match</source>
        <translation>没有匹配的聊天室</translation>
    </message>
    <message>
        <source>Try fewer letters, or search the descriptions too.</source>
        <translation>请减少字符，或同时搜索说明。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The search did not finish</source>
        <translation>搜索未完成</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::JoinRequestCard</name>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Let %1 in</source>
        <translation>允许 %1 加入</translation>
    </message>
    <message>
        <source>Decline %1</source>
        <translation>拒绝 %1</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::JoinRequestController</name>
    <message>
        <source>The room cannot be asked for</source>
        <translation>无法请求加入此聊天室</translation>
    </message>
    <message>
        <source>Asked to join</source>
        <translation>已请求加入</translation>
    </message>
    <message>
        <source>You hear of it when a manager of %1 has answered.</source>
        <translation>%1 的管理员答复后您会收到通知。</translation>
    </message>
    <message>
        <source>Not asked to join %1</source>
        <translation>未请求加入 %1</translation>
    </message>
    <message>
        <source>You asked to join this room. A manager decides.</source>
        <translation>您已请求加入此聊天室，由管理员决定。</translation>
    </message>
    <message>
        <source>Ask to join…</source>
        <translation>请求加入…</translation>
    </message>
    <message>
        <source>Not answered: %1</source>
        <translation>未答复：%1</translation>
    </message>
    <message>
        <source>%1 is a member now</source>
        <translation>%1 现在是成员</translation>
    </message>
    <message>
        <source>Request declined</source>
        <translation>请求已拒绝</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 asks to join</source>
        <translation>%1 请求加入</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>You were let in</source>
        <translation>您已获准加入</translation>
    </message>
    <message>
        <source>You are a member of %1 now.</source>
        <translation>您现在是 %1 的成员。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>A manager declined your request to join %1.</source>
        <translation>管理员拒绝了您加入 %1 的请求。</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::JoinRequestsDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Requests to join</source>
        <translation>加入请求</translation>
    </message>
    <message>
        <source>Requests to join %1</source>
        <translation>%1 的加入请求</translation>
    </message>
    <message>
        <source>Nobody is waiting for an answer.</source>
        <translation>没有人在等待答复。</translation>
    </message>
    <message>
        <source>Whom you let in becomes a member and gets an invitation.</source>
        <translation>您允许的人会成为成员并收到邀请。</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::JumpButton</name>
    <message>
        <source>Jump to latest · %L1</source>
        <translation>跳到最新 · %L1</translation>
    </message>
    <message>
        <source>Jump to latest</source>
        <translation>跳到最新</translation>
    </message>
    <message numerus="yes">
        <source>Jump to latest, %n new</source>
        <translation>
            <numerusform>跳到最新，%n 条新消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the newest message (End)</source>
        <translation>转到最新的消息 (End)</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::KeyboardList</name>
    <message>
        <source>Quick switch</source>
        <translation>快速切换</translation>
    </message>
    <message>
        <source>Join a chat room</source>
        <translation>加入聊天室</translation>
    </message>
    <message>
        <source>Search in room</source>
        <translation>在聊天室中搜索</translation>
    </message>
    <message>
        <source>Go to date</source>
        <translation>转到日期</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>搜索消息</translation>
    </message>
    <message>
        <source>Previous / next room</source>
        <translation>上一个 / 下一个聊天室</translation>
    </message>
    <message>
        <source>Previous / next unread room</source>
        <translation>上一个 / 下一个未读聊天室</translation>
    </message>
    <message>
        <source>Followed room by its place</source>
        <translation>按位置打开关注的聊天室</translation>
    </message>
    <message>
        <source>Catch me up</source>
        <translation>未读速览</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>Mute room</source>
        <translation>将聊天室静音</translation>
    </message>
    <message>
        <source>Follow or stop following</source>
        <translation>关注或取消关注</translation>
    </message>
    <message>
        <source>Leave the Open list</source>
        <translation>离开“打开”列表</translation>
    </message>
    <message>
        <source>Files of this room</source>
        <translation>此聊天室的文件</translation>
    </message>
    <message>
        <source>Room pane</source>
        <translation>聊天室窗格</translation>
    </message>
    <message>
        <source>Wire view</source>
        <translation>报文视图</translation>
    </message>
    <message>
        <source>Send / new line</source>
        <translation>发送 / 换行</translation>
    </message>
    <message>
        <source>Post the story</source>
        <translation>发布长文</translation>
    </message>
    <message>
        <source>In an empty composer: your last message</source>
        <translation>在空的输入框中：您上一条消息</translation>
    </message>
    <message>
        <source>Bold, italic, underline</source>
        <translation>粗体、斜体、下划线</translation>
    </message>
    <message>
        <source>Emoticon</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>附加文件</translation>
    </message>
    <message>
        <source>High importance</source>
        <translation>重要性高</translation>
    </message>
    <message>
        <source>Write a story</source>
        <translation>写长文</translation>
    </message>
    <message>
        <source>Close; else mark read and go to the latest</source>
        <translation>关闭；否则标为已读并转到最新</translation>
    </message>
    <message>
        <source>Next / previous pane</source>
        <translation>下一个 / 上一个窗格</translation>
    </message>
    <message>
        <source>Larger / smaller / normal text</source>
        <translation>文字放大 / 缩小 / 标准</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Keyboard list</source>
        <translation>键盘列表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Room in its own window, or back</source>
        <translation>聊天室在单独窗口中打开，或移回</translation>
    </message>
    <message>
        <source>In the list of rooms: move a room or folder</source>
        <translation>在聊天室列表中：移动聊天室或文件夹</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::KeywordField</name>
    <message>
        <source>Keyword %1, remove</source>
        <translation>关键字 %1，移除</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>移除“%1”</translation>
    </message>
    <message>
        <source>Add a word or “exact phrase”</source>
        <translation>添加一个词或“完整短语”</translation>
    </message>
    <message>
        <source>Add a keyword</source>
        <translation>添加关键字</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::LadderHeader</name>
    <message>
        <source>Client %1, Front End %2, Persistent Chat %3</source>
        <translation>客户端 %1，前端 %2，持久聊天 %3</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>用时</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::LadderView</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::LiveSwitch</name>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Show messages as they come and stay at the newest</source>
        <translation>随到随显，停留在最新的消息</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Let the list stand still</source>
        <translation>让列表保持不动</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::MainActions</name>
    <message>
        <source>&amp;Go to room or person…</source>
        <translation>转到聊天室或人员(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Join a chat room…</source>
        <translation>加入聊天室(&amp;J)…</translation>
    </message>
    <message>
        <source>C&amp;reate a room…</source>
        <translation>创建聊天室(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Find in this room</source>
        <translation>在此聊天室中查找(&amp;F)</translation>
    </message>
    <message>
        <source>Go to &amp;date…</source>
        <translation>转到日期(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Search messages</source>
        <translation>搜索消息(&amp;S)</translation>
    </message>
    <message>
        <source>Previous room</source>
        <translation>上一个聊天室</translation>
    </message>
    <message>
        <source>Next room</source>
        <translation>下一个聊天室</translation>
    </message>
    <message>
        <source>Previous unread room</source>
        <translation>上一个未读聊天室</translation>
    </message>
    <message>
        <source>Next unread room</source>
        <translation>下一个未读聊天室</translation>
    </message>
    <message>
        <source>Catch me &amp;up</source>
        <translation>未读速览(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Mentions</source>
        <translation>提及(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Mute room</source>
        <translation>将聊天室静音(&amp;M)</translation>
    </message>
    <message>
        <source>F&amp;ollow</source>
        <translation>关注(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Leave room</source>
        <translation>离开聊天室(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Room pane</source>
        <translation>聊天室窗格(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Wire view</source>
        <translation>报文视图(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Attach a file…</source>
        <translation>附加文件(&amp;A)…</translation>
    </message>
    <message>
        <source>F&amp;iles of this room…</source>
        <translation>此聊天室的文件(&amp;I)…</translation>
    </message>
    <message>
        <source>Emoticon</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>High importance</source>
        <translation>重要性高</translation>
    </message>
    <message>
        <source>Write a story</source>
        <translation>写长文</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一个窗格</translation>
    </message>
    <message>
        <source>&amp;Preferences</source>
        <translation>首选项(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>缩小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>标准(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Keyboard list</source>
        <translation>键盘列表(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Invite people…</source>
        <translation>邀请人员(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Manage room…</source>
        <translation>管理聊天室(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Copy room link</source>
        <translation>复制聊天室链接(&amp;C)</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>注销(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Followed room %1</source>
        <translation>关注的聊天室 %1</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>聊天室(&amp;R)</translation>
    </message>
    <message>
        <source>W&amp;rite</source>
        <translation>书写(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>文字大小(&amp;T)</translation>
    </message>
    <message>
        <source>New f&amp;eed…</source>
        <translation>新建订阅源(&amp;D)…</translation>
    </message>
    <message>
        <source>E&amp;xport history…</source>
        <translation>导出历史记录(&amp;X)…</translation>
    </message>
    <message>
        <source>Open in its own &amp;window</source>
        <translation>在单独窗口中打开(&amp;W)</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::MainController</name>
    <message>
        <source>The room did not open</source>
        <translation>聊天室未打开</translation>
    </message>
    <message>
        <source>%1 – Parlour</source>
        <translation>%1 – Parlour</translation>
    </message>
    <message>
        <source>Not followed</source>
        <translation>未关注</translation>
    </message>
    <message>
        <source>Still followed</source>
        <translation>仍在关注</translation>
    </message>
    <message>
        <source>You stopped following</source>
        <translation>您已取消关注</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤消</translation>
    </message>
    <message>
        <source>The room was not left</source>
        <translation>未离开聊天室</translation>
    </message>
    <message>
        <source>You were removed from %1.</source>
        <translation>您已被移出 %1。</translation>
    </message>
    <message>
        <source>%1 was disabled by a manager.</source>
        <translation>%1 已被管理员停用。</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 已删除。</translation>
    </message>
    <message>
        <source>You left a room</source>
        <translation>您离开了一个聊天室</translation>
    </message>
    <message>
        <source>Rooms you &amp;manage</source>
        <translation>您管理的聊天室(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Available</source>
        <translation>有空(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Busy</source>
        <translation>忙碌(&amp;B)</translation>
    </message>
    <message>
        <source>A&amp;way</source>
        <translation>离开(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Do not disturb</source>
        <translation>请勿打扰(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Decline</source>
        <translation>拒绝(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Review requests…</source>
        <translation>审核请求(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Manage room…</source>
        <translation>管理聊天室(&amp;M)…</translation>
    </message>
    <message>
        <source>Stop &amp;following</source>
        <translation>取消关注(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>关注(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Copy room link</source>
        <translation>复制聊天室链接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Leave room</source>
        <translation>离开聊天室(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Edit feed…</source>
        <translation>编辑订阅源(&amp;E)…</translation>
    </message>
    <message>
        <source>E&amp;xport history…</source>
        <translation>导出历史记录(&amp;X)…</translation>
    </message>
    <message>
        <source>Show in the main &amp;window</source>
        <translation>在主窗口中显示(&amp;W)</translation>
    </message>
    <message>
        <source>Open in its own &amp;window</source>
        <translation>在单独窗口中打开(&amp;W)</translation>
    </message>
    <message>
        <source>Not opened in its own window</source>
        <translation>未在单独窗口中打开</translation>
    </message>
    <message numerus="yes">
        <source>%n rooms have windows of their own. Close one of them.</source>
        <translation>
            <numerusform>已有 %n 个聊天室使用单独窗口。请关闭其中一个。</numerusform>
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
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ManageRoomDialog</name>
    <message>
        <source>Create room</source>
        <translation>创建聊天室</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>Create a room</source>
        <translation>创建聊天室</translation>
    </message>
    <message>
        <source>Manage room: %1</source>
        <translation>管理聊天室：%1</translation>
    </message>
    <message>
        <source>You are member and manager of the new room.</source>
        <translation>您是新聊天室的成员和管理员。</translation>
    </message>
    <message>
        <source>Stop managing “%1”?</source>
        <translation>不再管理“%1”吗？</translation>
    </message>
    <message>
        <source>You take yourself out of the managers. Only another manager or an administrator can put you back.</source>
        <translation>您将把自己移出管理员。只有其他管理员或系统管理员才能把您加回来。</translation>
    </message>
    <message>
        <source>Stop managing</source>
        <translation>不再管理</translation>
    </message>
    <message>
        <source>Looking who may stay…</source>
        <translation>正在查看谁可以留下…</translation>
    </message>
    <message>
        <source>Move “%1” to “%2”?</source>
        <translation>将“%1”移到“%2”吗？</translation>
    </message>
    <message>
        <source>People and groups that “%1” does not allow leave the lists of the room and the room itself. Moving it back does not bring them back.</source>
        <translation>“%1”不允许的人员和组会离开聊天室的各个列表和聊天室本身。移回也不会恢复他们。</translation>
    </message>
    <message>
        <source>“%1” allows everybody in the lists of the room. Nobody is dropped.</source>
        <translation>“%1”允许聊天室列表中的所有人。不会移除任何人。</translation>
    </message>
    <message>
        <source>“%1” does not allow %2. They leave the lists of the room and the room itself. Moving it back does not bring them back.</source>
        <translation>“%1”不允许 %2。他们会离开聊天室的各个列表和聊天室本身。移回也不会恢复他们。</translation>
    </message>
    <message>
        <source>Move room</source>
        <translation>移动聊天室</translation>
    </message>
    <message>
        <source>Creating the room…</source>
        <translation>正在创建聊天室…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Somebody changed this room since you opened it.</source>
        <translation>您打开后有人更改了此聊天室。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Disable “%1”?</source>
        <translation>停用“%1”吗？</translation>
    </message>
    <message>
        <source>Everybody leaves the room at once, and nobody finds or opens it. Its history and settings stay. Only an administrator can enable it again.</source>
        <translation>所有人会立即离开聊天室，没有人能找到或打开它。历史记录和设置会保留。只有系统管理员才能重新启用。</translation>
    </message>
    <message>
        <source>Disable room</source>
        <translation>停用聊天室</translation>
    </message>
    <message>
        <source>Disabling the room…</source>
        <translation>正在停用聊天室…</translation>
    </message>
    <message>
        <source>Enabling the room…</source>
        <translation>正在启用聊天室…</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>删除“%1”吗？</translation>
    </message>
    <message>
        <source>The room, its messages and its lists are removed for everyone. This cannot be undone. You can disable the room instead and keep its history.</source>
        <translation>将为所有人移除聊天室及其消息和列表。此操作无法撤消。您也可以停用聊天室并保留其历史记录。</translation>
    </message>
    <message>
        <source>Delete room</source>
        <translation>删除聊天室</translation>
    </message>
    <message>
        <source>Disable instead</source>
        <translation>改为停用</translation>
    </message>
    <message>
        <source>Deleting the room…</source>
        <translation>正在删除聊天室…</translation>
    </message>
    <message>
        <source>Leave without creating the room?</source>
        <translation>不创建聊天室就离开吗？</translation>
    </message>
    <message>
        <source>What you filled in is lost.</source>
        <translation>您填写的内容会丢失。</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>不保存就离开吗？</translation>
    </message>
    <message>
        <source>These changes are lost: %1.</source>
        <translation>这些更改会丢失：%1。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Somebody changed this room since you opened it. Your changes stay: %1.</source>
        <translation>自您打开此聊天室以来，有人更改了它。您的更改仍保留：%1。</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ManageRoomModel</name>
    <message>
        <source>Whether files may be posted is set for the whole category.</source>
        <translation>是否可以发布文件由整个类别决定。</translation>
    </message>
    <message>
        <source>Only managers of this room may change it.</source>
        <translation>只有此聊天室的管理员可以更改。</translation>
    </message>
    <message>
        <source>Moving a room needs the right to create rooms in the other category.</source>
        <translation>移动聊天室需要在另一类别中创建聊天室的权限。</translation>
    </message>
    <message>
        <source>The category “%1” sends no invitations.</source>
        <translation>类别“%1”不发送邀请。</translation>
    </message>
    <message>
        <source>Open rooms have no member list. Everybody whom the category allows may join.</source>
        <translation>开放聊天室没有成员列表。类别允许的所有人都可以加入。</translation>
    </message>
    <message>
        <source>A normal room has no presenters: that list is emptied.</source>
        <translation>普通聊天室没有演示者：该列表将清空。</translation>
    </message>
    <message>
        <source>An open room has no members: that list is emptied.</source>
        <translation>开放聊天室没有成员：该列表将清空。</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>invitations</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>add-in</source>
        <translation>加载项</translation>
    </message>
    <message>
        <source>members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>managers</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>presenters</source>
        <translation>演示者</translation>
    </message>
    <message numerus="yes">
        <source>%n changes not saved: %1</source>
        <translation>
            <numerusform>%n 项更改未保存：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Give the room a name.</source>
        <translation>请为聊天室取一个名称。</translation>
    </message>
    <message numerus="yes">
        <source>%n characters too long</source>
        <translation>
            <numerusform>超出 %n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a category.</source>
        <translation>请选择类别。</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::MessageAnnouncer</name>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n 条新消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::MessageHitDelegate</name>
    <message>
        <source>Story</source>
        <translation>长文</translation>
    </message>
    <message>
        <source>Jump to message</source>
        <translation>跳到消息</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more in this room</source>
        <translation>
            <numerusform>显示此聊天室中另外 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Tell me about</source>
        <translation>通知我</translation>
    </message>
    <message>
        <source>&amp;Messages that mention me</source>
        <translation>提及我的消息(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;High-importance messages in followed rooms</source>
        <translation>关注的聊天室中重要性高的消息(&amp;H)</translation>
    </message>
    <message>
        <source>Messages with my key&amp;words</source>
        <translation>含有我的关键字的消息(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Invitations</source>
        <translation>邀请(&amp;I)</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>&amp;Banner on the desktop, 6 seconds</source>
        <translation>桌面横幅，6 秒(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Sound</source>
        <translation>声音(&amp;S)</translation>
    </message>
    <message>
        <source>Count on the &amp;taskbar icon</source>
        <translation>在任务栏图标上计数(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Nothing while I am Busy</source>
        <translation>忙碌时不通知(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Keywords</source>
        <translation>关键字(&amp;K)</translation>
    </message>
    <message>
        <source>Whole words, any case. Checked in followed and open rooms.</source>
        <translation>整词匹配，不分大小写。在关注和打开的聊天室中检查。</translation>
    </message>
    <message>
        <source>Room rules</source>
        <translation>聊天室规则</translation>
    </message>
    <message>
        <source>&amp;Add a room rule</source>
        <translation>添加聊天室规则(&amp;A)</translation>
    </message>
    <message>
        <source>Other rooms: mentions, keywords and high importance.</source>
        <translation>其他聊天室：提及、关键字和重要性高。</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>免打扰</translation>
    </message>
    <message>
        <source>&amp;Do not disturb: only count</source>
        <translation>请勿打扰：只计数(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Quiet hours, every day from</source>
        <translation>每天的免打扰时段，从(&amp;Q)</translation>
    </message>
    <message>
        <source>Quiet hours from</source>
        <translation>免打扰时段开始</translation>
    </message>
    <message>
        <source>Quiet hours to</source>
        <translation>免打扰时段结束</translation>
    </message>
    <message>
        <source>t&amp;o</source>
        <translation>至(&amp;O)</translation>
    </message>
    <message>
        <source>Show the te&amp;xt of messages in banners</source>
        <translation>在横幅中显示消息文字(&amp;X)</translation>
    </message>
    <message>
        <source>Every room in your list has a rule</source>
        <translation>列表中的每个聊天室都有规则</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ParticipantDelegate</name>
    <message>
        <source>available</source>
        <translation>有空</translation>
    </message>
    <message>
        <source>away</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>脱机</translation>
    </message>
    <message>
        <source>presence unknown</source>
        <translation>状态未知</translation>
    </message>
    <message>
        <source>(you)</source>
        <translation>（您）</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>presenter</source>
        <translation>演示者</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::PasswordField</name>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>隐藏密码</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::PeoplePanel</name>
    <message>
        <source>Lists of the room</source>
        <translation>聊天室的列表</translation>
    </message>
    <message>
        <source>Members %1</source>
        <translation>成员 %1</translation>
    </message>
    <message>
        <source>Managers %1</source>
        <translation>管理员 %1</translation>
    </message>
    <message>
        <source>Presenters %1</source>
        <translation>演示者 %1</translation>
    </message>
    <message>
        <source>Current members</source>
        <translation>现有成员</translation>
    </message>
    <message>
        <source>Current managers</source>
        <translation>现有管理员</translation>
    </message>
    <message>
        <source>Current presenters</source>
        <translation>现有演示者</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Add a manager</source>
        <translation>添加管理员</translation>
    </message>
    <message>
        <source>Add a member as presenter</source>
        <translation>将成员添加为演示者</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>还没有人</translation>
    </message>
    <message>
        <source>The server does not tell who is in this list.</source>
        <translation>服务器不告知此列表中有谁。</translation>
    </message>
    <message>
        <source>The category decides who can be added. People outside it do not appear in the search.</source>
        <translation>类别决定可以添加谁。类别之外的人员不会出现在搜索中。</translation>
    </message>
    <message>
        <source>The category “%1” decides who can be added. People outside it do not appear in the search.</source>
        <translation>类别“%1”决定可以添加谁。类别之外的人员不会出现在搜索中。</translation>
    </message>
    <message>
        <source>Choose a category first. It decides who can be added.</source>
        <translation>请先选择类别。它决定可以添加谁。</translation>
    </message>
    <message>
        <source>Who creates a room manages it.</source>
        <translation>创建聊天室的人管理它。</translation>
    </message>
    <message>
        <source>&amp;Take %1 out</source>
        <translation>移出 %1(&amp;T)</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::PeoplePicker</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>People and groups found</source>
        <translation>找到的人员和组</translation>
    </message>
    <message>
        <source>Nobody to add begins with “%1”</source>
        <translation>可添加的人中没有以“%1”开头的</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::PicturePreview</name>
    <message>
        <source>Loading the picture</source>
        <translation>正在加载图片</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>无法显示此图片。</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::PlaceFinder</name>
    <message>
        <source>Followed</source>
        <translation>已关注</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Not open</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>Go to the linked message</source>
        <translation>转到链接的消息</translation>
    </message>
    <message>
        <source>Open the linked room</source>
        <translation>打开链接的聊天室</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>聊天室</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>订阅源</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Search messages for “%1”</source>
        <translation>在消息中搜索“%1”</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Find more rooms in “Join a chat room”</source>
        <translation>在“加入聊天室”中查找更多聊天室</translation>
    </message>
    <message>
        <source>Preferences: set theme, notifications and storage</source>
        <translation>首选项：设置主题、通知和存储</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::PreferencesDialog</name>
    <message>
        <source>Restore defaults</source>
        <translation>恢复默认设置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Changes apply at once</source>
        <translation>更改立即生效</translation>
    </message>
    <message>
        <source>Restore the defaults of “%1”?</source>
        <translation>恢复“%1”的默认设置吗？</translation>
    </message>
    <message>
        <source>Your choices on this page, keywords and room rules are lost.</source>
        <translation>此页面上的选择、关键字和聊天室规则会丢失。</translation>
    </message>
    <message>
        <source>Your choices on this page are lost.</source>
        <translation>此页面上的选择会丢失。</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::PrincipalDelegate</name>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>(you)</source>
        <translation>（您）</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>移出 %1</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::QuickSwitch</name>
    <message>
        <source>Go to room or person</source>
        <translation>转到聊天室或人员</translation>
    </message>
    <message>
        <source>Up and Down to move     Enter opens     Ctrl+Enter opens and follows</source>
        <translation>上下键移动     Enter 打开     Ctrl+Enter 打开并关注</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::QuickSwitchButton</name>
    <message>
        <source>Go to room or person</source>
        <translation>转到聊天室或人员</translation>
    </message>
    <message>
        <source>Go to room or person (%1)</source>
        <translation>转到聊天室或人员 (%1)</translation>
    </message>
    <message>
        <source>Go to room</source>
        <translation>转到聊天室</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomAdminController</name>
    <message>
        <source>No room can be created now</source>
        <translation>目前无法创建聊天室</translation>
    </message>
    <message>
        <source>You may not create rooms</source>
        <translation>您不能创建聊天室</translation>
    </message>
    <message>
        <source>Ask your administrator for the right to.</source>
        <translation>请向管理员申请此权限。</translation>
    </message>
    <message>
        <source>The room cannot be managed now</source>
        <translation>目前无法管理此聊天室</translation>
    </message>
    <message>
        <source>Changes saved</source>
        <translation>更改已保存</translation>
    </message>
    <message>
        <source>Room disabled</source>
        <translation>聊天室已停用</translation>
    </message>
    <message>
        <source>Room enabled</source>
        <translation>聊天室已启用</translation>
    </message>
    <message>
        <source>Room deleted</source>
        <translation>聊天室已删除</translation>
    </message>
    <message>
        <source>You are a manager of %1.</source>
        <translation>您是 %1 的管理员。</translation>
    </message>
    <message>
        <source>Room created</source>
        <translation>聊天室已创建</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>关注</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomCommands</name>
    <message>
        <source>Stop f&amp;ollowing</source>
        <translation>取消关注(&amp;O)</translation>
    </message>
    <message>
        <source>F&amp;ollow</source>
        <translation>关注(&amp;O)</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomController</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The room did not open</source>
        <translation>聊天室未打开</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Earlier messages did not load. %1</source>
        <translation>未能加载更早的消息。%1</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;text</source>
        <translation>复制文字(&amp;T)</translation>
    </message>
    <message>
        <source>Copy &amp;link to message</source>
        <translation>复制消息链接(&amp;L)</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Show the whole &amp;story or less</source>
        <translation>显示完整或部分长文(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomDetailPane</name>
    <message>
        <source>Members only. Ask a manager of this room.</source>
        <translation>仅限成员。请联系此聊天室的管理员。</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>Members only. Ask %1.</source>
        <translation>仅限成员。请联系%1。</translation>
    </message>
    <message>
        <source>This room was disabled by a manager.</source>
        <translation>此聊天室已被管理员停用。</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Ask to join…</source>
        <translation>请求加入…</translation>
    </message>
    <message>
        <source>Withdraw request</source>
        <translation>撤回请求</translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>取消关注</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>参与者</translation>
    </message>
    <message numerus="yes">
        <source>%n here now</source>
        <translation>
            <numerusform>%n 人目前在此</numerusform>
        </translation>
    </message>
    <message>
        <source>Managers</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Posting allowed</source>
        <translation>允许发布</translation>
    </message>
    <message>
        <source>Posting not allowed</source>
        <translation>不允许发布</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>上次更改</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>You can join</source>
        <translation>您可以加入</translation>
    </message>
    <message>
        <source>Asked to join. A manager decides.</source>
        <translation>已请求加入。由管理员决定。</translation>
    </message>
    <message>
        <source>Asked to join: %1. A manager decides.</source>
        <translation>已请求加入：%1。由管理员决定。</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomForm</name>
    <message>
        <source>Send &amp;invitations to people added to the room</source>
        <translation>向添加到聊天室的人员发送邀请(&amp;I)</translation>
    </message>
    <message>
        <source>Allow files to be posted</source>
        <translation>允许发布文件</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>说明(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Topic</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <source>Anyone can find and join</source>
        <translation>任何人都可以找到并加入</translation>
    </message>
    <message>
        <source>Anyone can find it, members join</source>
        <translation>任何人都可以找到，成员可以加入</translation>
    </message>
    <message>
        <source>Only members can find it</source>
        <translation>只有成员可以找到</translation>
    </message>
    <message>
        <source>Everyone in the room can post</source>
        <translation>聊天室中的所有人都可以发布</translation>
    </message>
    <message>
        <source>Only presenters can post</source>
        <translation>只有演示者可以发布</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>&amp;Add-in</source>
        <translation>加载项(&amp;A)</translation>
    </message>
    <message>
        <source>Add-in</source>
        <translation>加载项</translation>
    </message>
    <message>
        <source>Disable or delete this room</source>
        <translation>停用或删除此聊天室</translation>
    </message>
    <message>
        <source>Disabled rooms keep their history and can come back.</source>
        <translation>停用的聊天室会保留历史记录，可以恢复。</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>People and groups that “%1” does not allow leave the room’s lists when you save.</source>
        <translation>保存后，“%1”不允许的人员和组会离开聊天室的各个列表。</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomHeader</name>
    <message>
        <source>People in this room</source>
        <translation>此聊天室中的人员</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Search in this room</source>
        <translation>在此聊天室中搜索</translation>
    </message>
    <message>
        <source>Room pane</source>
        <translation>聊天室窗格</translation>
    </message>
    <message>
        <source>Room menu</source>
        <translation>聊天室菜单</translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n 人在此</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>取消关注</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomListDelegate</name>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>asked by %1</source>
        <translation>%1 提出请求</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>正在加入…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomListView</name>
    <message>
        <source>Rooms</source>
        <translation>聊天室</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomPane</name>
    <message>
        <source>Open, anyone may join</source>
        <translation>开放，任何人都可以加入</translation>
    </message>
    <message>
        <source>Closed, members only</source>
        <translation>封闭，仅限成员</translation>
    </message>
    <message>
        <source>Secret, members only</source>
        <translation>保密，仅限成员</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>查找人员</translation>
    </message>
    <message>
        <source>Invite people</source>
        <translation>邀请人员</translation>
    </message>
    <message>
        <source>Manage room…</source>
        <translation>管理聊天室…</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Posting allowed</source>
        <translation>允许发布</translation>
    </message>
    <message>
        <source>Posting not allowed</source>
        <translation>不允许发布</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Sent to people added</source>
        <translation>发送给添加的人员</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Managers</source>
        <translation>管理员</translation>
    </message>
    <message numerus="yes">
        <source>%n people ask to join</source>
        <translation>
            <numerusform>%n 人请求加入</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>About this room</source>
        <translation>关于此聊天室</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomPresenter</name>
    <message>
        <source>too many to follow live</source>
        <translation>人数过多，无法实时跟踪</translation>
    </message>
    <message>
        <source>not updating</source>
        <translation>未更新</translation>
    </message>
    <message>
        <source>%1 here of %2</source>
        <translation>%1 人在此，共 %2 人</translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n 人在此</numerusform>
        </translation>
    </message>
    <message>
        <source>What you have read stays here until you leave it.</source>
        <translation>您读过的内容会保留在此，直到您离开聊天室。</translation>
    </message>
    <message>
        <source>You were removed from this room.</source>
        <translation>您已被移出此聊天室。</translation>
    </message>
    <message>
        <source>Leave room</source>
        <translation>离开聊天室</translation>
    </message>
    <message>
        <source>This room was deleted.</source>
        <translation>此聊天室已删除。</translation>
    </message>
    <message>
        <source>This room was disabled by a manager.</source>
        <translation>此聊天室已被管理员停用。</translation>
    </message>
    <message>
        <source>You can read its history.</source>
        <translation>您可以阅读其历史记录。</translation>
    </message>
    <message>
        <source>This room was disabled by a manager. You can read its history.</source>
        <translation>此聊天室已被管理员停用。您可以阅读其历史记录。</translation>
    </message>
    <message>
        <source>You may read this room, not post in it.</source>
        <translation>您可以阅读此聊天室，但不能发布消息。</translation>
    </message>
    <message>
        <source>Only presenters post here. You can read everything.</source>
        <translation>只有演示者可以在此发布。您可以阅读所有内容。</translation>
    </message>
    <message>
        <source>Only presenters post here. To become one, ask %1.</source>
        <translation>只有演示者可以在此发布。如需成为演示者，请联系%1。</translation>
    </message>
    <message>
        <source>You are a manager of this room now.</source>
        <translation>您现在是此聊天室的管理员。</translation>
    </message>
    <message>
        <source>You are no manager of this room any more.</source>
        <translation>您已不再是此聊天室的管理员。</translation>
    </message>
    <message>
        <source>You are a presenter now and can post here.</source>
        <translation>您现在是演示者，可以在此发布。</translation>
    </message>
    <message>
        <source>You are no presenter of this room any more.</source>
        <translation>您已不再是此聊天室的演示者。</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomRulesTable</name>
    <message>
        <source>Room</source>
        <translation>聊天室</translation>
    </message>
    <message>
        <source>Banner for</source>
        <translation>横幅用于</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Taskbar</source>
        <translation>任务栏</translation>
    </message>
    <message>
        <source>%1, banner for</source>
        <translation>%1，横幅用于</translation>
    </message>
    <message>
        <source>Every message</source>
        <translation>每条消息</translation>
    </message>
    <message>
        <source>High importance</source>
        <translation>重要性高</translation>
    </message>
    <message>
        <source>Mentions, keywords</source>
        <translation>提及、关键字</translation>
    </message>
    <message>
        <source>Nothing (muted)</source>
        <translation>无（静音）</translation>
    </message>
    <message>
        <source>%1, sound</source>
        <translation>%1，声音</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>%1, taskbar</source>
        <translation>%1，任务栏</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Remove the rule of %1</source>
        <translation>移除 %1 的规则</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RoomWindow</name>
    <message>
        <source>Show in the main &amp;window</source>
        <translation>在主窗口中显示(&amp;W)</translation>
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
        <translation>打开</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>封闭</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>Auditorium</source>
        <translation>礼堂</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RowContents</name>
    <message>
        <source>Mentions you</source>
        <translation>提及您</translation>
    </message>
    <message>
        <source>Not sent. %1</source>
        <translation>未发送。%1</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::RowLayout</name>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show the whole story</source>
        <translation>显示完整长文</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>新消息</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>High importance</source>
        <translation>重要性高</translation>
    </message>
    <message>
        <source>Waiting for the connection</source>
        <translation>等待连接</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>长文</translation>
    </message>
    <message numerus="yes">
        <source>· %n min read</source>
        <translation>
            <numerusform>· 阅读需 %n 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::SearchController</name>
    <message>
        <source>The search did not finish</source>
        <translation>搜索未完成</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::SearchPage</name>
    <message>
        <source>Words to find</source>
        <translation>要查找的词</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>搜索消息</translation>
    </message>
    <message>
        <source>Finds words in the rooms you follow or have open.</source>
        <translation>在您关注或打开的聊天室中查找词语。</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭搜索</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新的在前</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>找到的消息</translation>
    </message>
    <message>
        <source>All words</source>
        <translation>所有词</translation>
    </message>
    <message>
        <source>Any word</source>
        <translation>任一词</translation>
    </message>
    <message>
        <source>Exact phrase</source>
        <translation>完整短语</translation>
    </message>
    <message>
        <source>How words are matched</source>
        <translation>词的匹配方式</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>聊天室</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>Esc returns to %1</source>
        <translation>按 Esc 返回 %1</translation>
    </message>
    <message>
        <source>All my rooms</source>
        <translation>我的所有聊天室</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>任何人</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到任何内容</translation>
    </message>
    <message>
        <source>No messages match</source>
        <translation>没有匹配的消息</translation>
    </message>
    <message>
        <source>Try fewer words, or search all rooms.</source>
        <translation>请减少词语，或搜索所有聊天室。</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message numerus="yes">
        <source>in %n rooms · From this computer, the server did not answer</source>
        <translation>
            <numerusform>在 %n 个聊天室中 · 来自此计算机，服务器没有应答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n rooms · searched on the server in %1 s</source>
        <translation>
            <numerusform>在 %n 个聊天室中 · 在服务器上搜索用时 %1 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ServerAddressRow</name>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::Sidebar</name>
    <message>
        <source>Join a chat room</source>
        <translation>加入聊天室</translation>
    </message>
    <message>
        <source>Wire view</source>
        <translation>报文视图</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::SignInErrorPanel</name>
    <message>
        <source>Open Wire view</source>
        <translation>打开报文视图</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::SignInHeader</name>
    <message>
        <source>Sign in to Parlour</source>
        <translation>登录 Parlour</translation>
    </message>
    <message>
        <source>Topic rooms that keep their history</source>
        <translation>保留历史记录的主题聊天室</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::SignInWindow</name>
    <message>
        <source>Find automatically</source>
        <translation>自动查找</translation>
    </message>
    <message>
        <source>Enter address</source>
        <translation>输入地址</translation>
    </message>
    <message>
        <source>&amp;Remember me on this computer</source>
        <translation>在此计算机上记住我(&amp;R)</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sign in to Parlour</source>
        <translation>登录 Parlour</translation>
    </message>
    <message>
        <source>Sign-in &amp;address</source>
        <translation>登录地址(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Looks up the server for your address and uses TLS.</source>
        <translation>按您的地址查找服务器并使用 TLS。</translation>
    </message>
    <message>
        <source>Looks up the server for %1 and uses TLS.</source>
        <translation>为 %1 查找服务器并使用 TLS。</translation>
    </message>
    <message>
        <source>&amp;Remember me, but ask for the password</source>
        <translation>记住我，但询问密码(&amp;R)</translation>
    </message>
    <message>
        <source>This computer has no keychain that answers. The password is asked each time.</source>
        <translation>此计算机没有可用的密钥环。每次都会询问密码。</translation>
    </message>
    <message>
        <source>Check the sign-in address</source>
        <translation>请检查登录地址</translation>
    </message>
    <message>
        <source>It needs a name and a company.</source>
        <translation>它需要包含姓名和公司。</translation>
    </message>
    <message>
        <source>Use the form name@company.com.</source>
        <translation>请使用 name@company.com 的形式。</translation>
    </message>
    <message>
        <source>Check the server</source>
        <translation>请检查服务器</translation>
    </message>
    <message>
        <source>The address or the port is missing.</source>
        <translation>缺少地址或端口。</translation>
    </message>
    <message>
        <source>Enter both, or choose “Find automatically”.</source>
        <translation>请输入两者，或选择“自动查找”。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::StoragePage</name>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 个月</translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
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
        <translation>存储</translation>
    </message>
    <message>
        <source>Message cache</source>
        <translation>消息缓存</translation>
    </message>
    <message>
        <source>&amp;Keep messages for</source>
        <translation>消息保留时间(&amp;K)</translation>
    </message>
    <message>
        <source>Cache at &amp;most</source>
        <translation>缓存上限(&amp;M)</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&amp;Save downloads to</source>
        <translation>下载保存到(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Ask where to save each file</source>
        <translation>每次询问文件的保存位置(&amp;A)</translation>
    </message>
    <message>
        <source>Save downloads to</source>
        <translation>下载保存到</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>C&amp;lear cache…</source>
        <translation>清除缓存(&amp;L)…</translation>
    </message>
    <message>
        <source>Clear the message cache</source>
        <translation>清除消息缓存</translation>
    </message>
    <message>
        <source>History stays on the server and loads again when you scroll.</source>
        <translation>历史记录仍在服务器上，滚动时会重新加载。</translation>
    </message>
    <message>
        <source>&amp;Delete drafts…</source>
        <translation>删除草稿(&amp;D)…</translation>
    </message>
    <message>
        <source>Delete drafts</source>
        <translation>删除草稿</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Export a room’s history as text, HTML or JSON</source>
        <translation>将聊天室的历史记录导出为文本、HTML 或 JSON</translation>
    </message>
    <message>
        <source>Clear the message cache?</source>
        <translation>清除消息缓存吗？</translation>
    </message>
    <message>
        <source>Messages kept on this computer are removed. Without a connection they cannot be read or searched until they are loaded again.</source>
        <translation>此计算机上保留的消息会被移除。没有连接时，重新加载之前无法阅读或搜索它们。</translation>
    </message>
    <message>
        <source>Clear cache</source>
        <translation>清除缓存</translation>
    </message>
    <message>
        <source>Delete all drafts?</source>
        <translation>删除所有草稿吗？</translation>
    </message>
    <message numerus="yes">
        <source>Unsent texts in %n rooms are lost.</source>
        <translation>
            <numerusform>%n 个聊天室中未发送的文字会丢失。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::StoryPreview</name>
    <message>
        <source>Preview of the story</source>
        <translation>预览长文</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::TimelineView</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::ToastStack</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::WelcomePage</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Open a room to start</source>
        <translation>打开一个聊天室</translation>
    </message>
    <message>
        <source>Join a chat room</source>
        <translation>加入聊天室</translation>
    </message>
    <message>
        <source>Watch the sign-in in Wire view</source>
        <translation>在报文视图中查看登录过程</translation>
    </message>
    <message>
        <source>Rooms you follow stay in the list. Find one by its name.</source>
        <translation>您关注的聊天室会留在列表中。可按名称查找。</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::WireDetail</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>XCCOS, formatted</source>
        <translation>XCCOS，已格式化</translation>
    </message>
    <message>
        <source>XML, formatted</source>
        <translation>XML，已格式化</translation>
    </message>
    <message>
        <source>SDP</source>
        <translation>SDP</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Message details</source>
        <translation>消息详细信息</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Raw bytes</source>
        <translation>原始字节</translation>
    </message>
    <message>
        <source>Dialog</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Views of the message</source>
        <translation>消息的视图</translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation>上一条消息</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>下一条消息</translation>
    </message>
    <message>
        <source>Copy headers</source>
        <translation>复制标头</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Copy body</source>
        <translation>复制正文</translation>
    </message>
    <message>
        <source>Messages of this dialog</source>
        <translation>此对话的消息</translation>
    </message>
    <message>
        <source>No message chosen</source>
        <translation>未选择消息</translation>
    </message>
    <message>
        <source>Choose a message in the list to see it here.</source>
        <translation>在列表中选择一条消息即可在此查看。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2</translation>
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
        <translation>按方法、命令、聊天室、状态或文字筛选</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::WireWindow</name>
    <message>
        <source>Wire view</source>
        <translation>报文视图</translation>
    </message>
    <message>
        <source>Passwords and tokens are masked in saved files</source>
        <translation>保存的文件中会遮盖密码和令牌</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the messages shown as text</source>
        <translation>以文本形式复制显示的消息</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>200 OK acknowledgements</source>
        <translation>200 OK 确认</translation>
    </message>
    <message>
        <source>%1 · via Front End</source>
        <translation>%1 · 经由前端</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 个打开</translation>
    </message>
    <message>
        <source>Signed in, %1</source>
        <translation>已登录，%1</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>显示 %1 条</translation>
    </message>
    <message>
        <source>Sign-in took %1 s</source>
        <translation>登录用时 %1 秒</translation>
    </message>
    <message>
        <source>Messages copied</source>
        <translation>消息已复制</translation>
    </message>
    <message>
        <source>Save messages</source>
        <translation>保存消息</translation>
    </message>
    <message>
        <source>Text (*.txt);;JSON, can be opened again (*.json)</source>
        <translation>文本 (*.txt);;JSON，可重新打开 (*.json)</translation>
    </message>
    <message>
        <source>Open saved messages</source>
        <translation>打开保存的消息</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Messages not saved</source>
        <translation>消息未保存</translation>
    </message>
    <message>
        <source>Messages saved</source>
        <translation>消息已保存</translation>
    </message>
    <message>
        <source>Trace not opened</source>
        <translation>跟踪未打开</translation>
    </message>
</context>
<context>
    <name>Parlour::Ui::WordCompleter</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Emoticons</source>
        <translation>表情</translation>
    </message>
</context>
</TS>
