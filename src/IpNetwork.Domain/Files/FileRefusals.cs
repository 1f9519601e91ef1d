using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Files;

/// <summary>Every way a file is refused.</summary>
public static class FileRefusals
{
    public static Refusal NameRequired() =>
        Refusal.Input("FILE_NAME_REQUIRED", "name", "没有文件名。请重新选择文件。");

    public static Refusal NameTooLong() =>
        Refusal.Input("FILE_NAME_TOO_LONG", "name", $"文件名超过 {FileName.Longest} 个字。请改短后再上传。");

    public static Refusal NameCharacters() =>
        Refusal.Input("FILE_NAME_CHARACTERS", "name", "文件名里有看不见的字符、路径符号（/ \\ : * ? \" < > |）或首尾的点。请改名后再上传。");

    public static Refusal TypeNotAllowed(IEnumerable<FileKind> taken) =>
        Unfit("FILE_TYPE_NOT_ALLOWED", $"不收这种文件，只收 {string.Join("、", taken.Select(kind => kind.Word))}。请另存为其中一种再上传。") with { Field = "name" };

    public static Refusal DoubleExtension() =>
        Unfit("FILE_DOUBLE_EXTENSION", "文件名里有两个扩展名，看不出是哪种文件。请改成只有一个扩展名，例如“合同.pdf”。") with { Field = "name" };

    public static Refusal SizeRequired() =>
        Refusal.Input("FILE_SIZE_REQUIRED", "size", "没有写文件大小。请写明字节数。");

    public static Refusal Empty() =>
        Refusal.Input("FILE_EMPTY", "size", "这个文件是空的。请核对后重新选择。");

    public static Refusal TooLarge(int megabytes) =>
        new("FILE_TOO_LARGE", $"文件超过 {megabytes} MB。请压缩或拆开后再上传。") { Kind = RefusalKind.TooLarge, Field = "size" };

    public static Refusal TooManyFiles(int most) =>
        new("FILE_COUNT_EXCEEDED", $"这里最多放 {most} 个文件，已经满了。请先移除不用的文件。");

    public static Refusal SubjectFull(int megabytes) =>
        new("FILE_TOTAL_EXCEEDED", $"这里的文件合计不能超过 {megabytes} MB。请先移除不用的文件，或压缩后再上传。") { Kind = RefusalKind.TooLarge, Field = "size" };

    public static Refusal TooManyUploads(int most) =>
        new("TOO_MANY_UPLOADS", $"您有 {most} 个文件还没有传完。请先传完或放弃其中一些。");

    public static Refusal NodeFull() =>
        new("FILE_QUOTA_EXCEEDED", "本平台的文件空间已经用完，暂时不能上传。没有保存任何内容，请联系平台负责人扩容后再试。") { Kind = RefusalKind.NoSpace };

    public static Refusal NoSpace() =>
        new("NO_SPACE", "存储空间不足，暂时不能上传。已经传好的文件都在，请过一会儿接着传。") { Kind = RefusalKind.NoSpace };

    public static Refusal BadPurpose(string field) =>
        Refusal.Input("FILE_SUBJECT_INVALID", field, "没有写明文件交到哪里，或写法不对。请从要交文件的页面上传。");

    public static Refusal UploadOffset(long offset) =>
        new("UPLOAD_OFFSET_MISMATCH", $"已经收到 {offset} 字节，与您要接着传的位置不一致。请从这里接着传。") { Field = "uploadOffset" };

    public static Refusal UploadOffsetMissing() =>
        Refusal.Input("UPLOAD_OFFSET_REQUIRED", "uploadOffset", "缺少 Upload-Offset。请先查询已收到多少字节，从那里接着传。");

    public static Refusal UploadType() =>
        Unfit("UPLOAD_TYPE_INVALID", "接着传的内容要用 application/offset+octet-stream。");

    public static Refusal UploadBusy() =>
        new("UPLOAD_BUSY", "这个文件正在另一个窗口上传。请等它传完，或关掉那个窗口再试。");

    public static Refusal UploadLonger() =>
        new("FILE_LARGER_THAN_DECLARED", "传来的内容比开始时写的大。文件可能正在被改动，请关闭它后重新上传。") { Kind = RefusalKind.TooLarge };

    public static Refusal UploadIncomplete(long offset, long size) =>
        new("UPLOAD_INCOMPLETE", $"还没有传完：{size} 字节里收到 {offset} 字节。请接着传。");

    public static Refusal ContentMismatch(FileKind said) =>
        Unfit("FILE_CONTENT_MISMATCH", $"文件的内容不是 {said.Word}。请用原来的软件打开核对，另存为 {said.Word} 后再上传。");

    public static Refusal DeclaredTypeMismatch() =>
        Unfit("FILE_CONTENT_MISMATCH", "文件的类型与扩展名不一致。请核对文件是不是改过扩展名。");

    public static Refusal Unreadable(FileKind said) =>
        Unfit("FILE_UNREADABLE", $"文件打不开，{said.Word} 的结构不完整。请用原来的软件打开核对，另存后再上传。");

    public static Refusal Encrypted() =>
        Unfit("FILE_ENCRYPTED", "文件加了密码，工作人员打不开。请去掉密码后再上传。");

    public static Refusal ActiveContent(string what) =>
        Unfit("FILE_ACTIVE_CONTENT", $"文件里有{what}，打开时会自动运行。请另存为不带它的文件后再上传。");

    public static Refusal EmbeddedContent() =>
        Unfit("FILE_EMBEDDED_CONTENT", "文件里嵌着别的文件。请把嵌入的文件取出来，单独上传。");

    public static Refusal ExternalContent() =>
        Unfit("FILE_EXTERNAL_CONTENT", "文件打开时会从别处取内容。请把内容粘贴进文件后再上传。");

    public static Refusal TrailingContent() =>
        Unfit("FILE_TRAILING_CONTENT", "文件里夹带了不属于它的内容。请用原来的软件打开，另存后再上传。");

    public static Refusal UnsafeEntry() =>
        Unfit("FILE_UNSAFE_ENTRY", "压缩包里有不安全的文件名，解开时会写到别处。请重新压缩后再上传。");

    public static Refusal EntryNotAllowed(string name) =>
        Unfit("FILE_ENTRY_NOT_ALLOWED", $"压缩包里的“{name}”不能收。请只压缩 PDF、OFD、DOCX、XLSX、JPG、PNG，不要套压缩包。");

    public static Refusal ExpandsTooFar() =>
        Unfit("FILE_EXPANDS_TOO_FAR", "文件展开后太大或太多，不能检查。请拆成几个文件再上传。");

    public static Refusal XmlDefinitions() =>
        Unfit("FILE_XML_DEFINITIONS", "文件里有外部定义，不安全。请用原来的软件打开，另存后再上传。");

    public static Refusal ImageTooLarge(int pixels) =>
        Unfit("FILE_IMAGE_TOO_LARGE", $"图片太大，边长不能超过 {pixels} 像素，总像素不能超过 1 亿。请缩小后再上传。");

    public static Refusal LooksInfected() =>
        Unfit("FILE_LOOKS_INFECTED", "文件像是带有病毒，没有保存。请先杀毒，确认安全后再上传。");

    public static Refusal HashMismatch() =>
        new("HASH_MISMATCH", "这个文件与收到时不一致，已停止提供并报告管理员。请联系本平台工作人员。");

    public static Refusal StoreDown() =>
        new("FILE_STORE_UNAVAILABLE", "文件存储暂时连不上，没有保存。您传的都在，请过一会儿再试。") { Kind = RefusalKind.Unavailable };

    public static Refusal Gone() =>
        new("FILE_SUBJECT_CLOSED", "这份记录刚刚变了，现在不能再上传或移除文件。请重新打开页面核对。");

    private static Refusal Unfit(string code, string message) => new(code, message) { Kind = RefusalKind.UnfitContent };
}
