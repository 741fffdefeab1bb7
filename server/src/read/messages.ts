import type { ReadNote, ReadNoteCode, Refusal, RefusalCode, Repair, RepairKind } from "./model.js";

/** What the reader says, in both languages; `{name}` is filled from the data of the reason. */
export type Language = "zh-CN" | "en";

type Sentence = Readonly<Record<Language, string>>;

const says = (chinese: string, english: string): Sentence => ({ "zh-CN": chinese, en: english });

const REFUSALS: Readonly<Record<RefusalCode, Sentence>> = {
  archive: says(
    "这是压缩包，请先解压，再打开其中的文件。",
    "This is an archive; unpack it and open the file inside.",
  ),
  binary: says("这不是文本文件。", "This is not a text file."),
  "doc-damaged": says(
    "这个 .doc 文件已损坏（{detail}），请用 Word 或 WPS 打开后另存为 .docx。",
    "This .doc file is damaged ({detail}); open it in Word or WPS and save it as .docx.",
  ),
  "encoding-cut": says(
    "文件是 {encoding} 编码，但没有传完，或其中有损坏的字节，请重新取得。",
    "The file is {encoding}, but is cut off or holds damaged bytes; get it again.",
  ),
  "encoding-damaged": says(
    "文件是 {encoding} 编码，但从第 {line} 行起有损坏的字节。",
    "The file is {encoding}, but holds damaged bytes from line {line} on.",
  ),
  "encoding-unknown": says(
    "认不出文件的编码，请另存为 UTF-8 或 GB18030。",
    "The encoding is not recognised; save the file as UTF-8 or GB18030.",
  ),
  encrypted: says(
    "文件设有密码，请取消密码后再打开。",
    "The file is protected by a password; remove it first.",
  ),
  "html-empty": says("网页里没有找到正文。", "No text was found in the page."),
  image: says("这是图片，请先识别成文字。", "This is an image; turn it into text first."),
  internal: says("读取时出错：{detail}。", "Reading failed: {detail}."),
  "lock-file": says(
    "这是 Word 打开文档时的临时文件，请打开文档本身。",
    "This is Word's temporary file for an open document; open the document itself.",
  ),
  mhtml: says(
    "这是单文件网页（.mht），请用 Word 打开后另存为 .docx。",
    "This is a single-file web page (.mht); open it in Word and save it as .docx.",
  ),
  "not-word": says("压缩包里没有 Word 正文。", "The package holds no Word document."),
  odt: says("暂不读 .odt，请另存为 .docx。", ".odt is not read; save it as .docx."),
  ofd: says(
    "暂不读 .ofd 版式文件，请向发文单位索取 .docx，或另存为文本。",
    ".ofd is not read; ask the issuer for the .docx, or save it as text.",
  ),
  "old-office": says(
    "暂不读这种旧版办公文件，请用 Word 或 WPS 另存为 .docx。",
    "This old office format is not read; save it as .docx in Word or WPS.",
  ),
  pdf: says(
    "暂不读 .pdf，请用原来的 .docx，或在 Word、WPS 中转换并另存为 .docx。",
    ".pdf is not read; use the original .docx, or convert it in Word or WPS and save it as .docx.",
  ),
  rtf: says(
    "这是 RTF 文件，请用 Word 或 WPS 另存为 .docx。",
    "This is an RTF file; save it as .docx in Word or WPS.",
  ),
  slides: says("这是演示文稿，不是文档。", "This is a presentation, not a document."),
  spreadsheet: says(
    "这是电子表格，请把文字复制到文档中。",
    "This is a spreadsheet; copy its text into a document.",
  ),
  "too-large": says(
    "文件过大（{size} 字节，上限 {limit}）。",
    "The file is too large ({size} bytes, the limit is {limit}).",
  ),
  "too-much-memory": says(
    "读这个文件要用的内存太多，已放弃。请用 Word 或 WPS 打开，把正文另存为新的文档。",
    "Reading this file takes too much memory and was given up; open it in Word or WPS and save its text as a new document.",
  ),
  "too-slow": says(
    "读了 {seconds} 秒还没有读完，已放弃。请用 Word 或 WPS 打开，把正文另存为新的文档。",
    "Reading was given up after {seconds} seconds; open the file in Word or WPS and save its text as a new document.",
  ),
  "word-xml": says(
    "这是 Word 2003 XML 文件，请用 Word 或 WPS 另存为 .docx。",
    "This is a Word 2003 XML file; save it as .docx in Word or WPS.",
  ),
  wps: says("暂不读这种 .wps，请用 WPS 另存为 .docx。", "This .wps is not read; save it as .docx in WPS."),
  "xml-damaged": says(
    "文档已损坏：{part} 不完整，请用 Word 或 WPS 修复后另存。",
    "The document is damaged: {part} is not well-formed; repair it in Word or WPS.",
  ),
  "xml-doctype": says(
    "{part} 中有文档类型声明，Word 不会写出这种内容，为安全起见不读。",
    "{part} holds a document type declaration, which Word never writes; it is refused for safety.",
  ),
  "xml-too-deep": says(
    "{part} 的嵌套超过 {limit} 层，不读。",
    "{part} is nested deeper than {limit} levels and is refused.",
  ),
  "xml-too-large": says(
    "{part} 的元素、属性太多或套得太密（界限 {limit}），不读。",
    "{part} has too many elements or attributes, or too many within one another (limit {limit}), and is refused.",
  ),
  "zip-bomb": says(
    "{part} 展开后过大，疑似压缩炸弹，不读。",
    "{part} expands beyond all measure (a zip bomb?) and is refused.",
  ),
  "zip-damaged": says(
    "文件已损坏或没有传完（{part}），请重新取得。",
    "The file is damaged or cut off ({part}); get it again.",
  ),
  "zip-too-many": says(
    "压缩包内有 {count} 个条目，超过上限 {limit}。",
    "The package has {count} entries; the limit is {limit}.",
  ),
};

/** What Word calls its parts, in the reader's words; a part that is not here keeps its name. */
const PARTS: Readonly<Partial<Record<string, Sentence>>> = {
  "0Table": says("正文以外的数据", "table stream"),
  "1Table": says("正文以外的数据", "table stream"),
  Clx: says("正文的分段表", "piece table"),
  FIB: says("正文的开头", "head of the text"),
  WordDocument: says("正文", "text"),
  header: says("文件的开头", "head of the file"),
  html: says("网页", "page"),
  "word/document.xml": says("正文（word/document.xml）", "word/document.xml"),
  "word/endnotes.xml": says("尾注（word/endnotes.xml）", "word/endnotes.xml"),
  "word/footnotes.xml": says("脚注（word/footnotes.xml）", "word/footnotes.xml"),
  "word/numbering.xml": says("自动编号（word/numbering.xml）", "word/numbering.xml"),
  "word/styles.xml": says("样式（word/styles.xml）", "word/styles.xml"),
  zip: says("压缩包的目录", "directory of the package"),
};

const NOTES: Readonly<Record<ReadNoteCode, Sentence>> = {
  "contents-left-out": says("目录未读入（{count} 处）。", "The table of contents was left out ({count})."),
  "deletions-dropped": says("按已接受修订处理，删去 {count} 处。", "Tracked deletions accepted: {count}."),
  "doc-numbers-missing": says(
    "{count} 段的自动编号读不出，序号可能缺失；用 Word 或 WPS 另存为 .docx 可完整读入。",
    "Automatic numbers may be missing from {count} paragraphs; save the file as .docx in Word or WPS to read them.",
  ),
  "embedded-skipped": says("嵌入的文档未读入（{count} 处）。", "Embedded documents were skipped ({count})."),
  "hidden-dropped": says("隐藏文字未读入（{count} 处）。", "Hidden text was left out ({count})."),
  "insertions-accepted": says("按已接受修订处理，插入 {count} 处。", "Tracked insertions accepted: {count}."),
  "numbers-resolved": says("还原自动编号 {count} 个。", "Automatic numbers resolved: {count}."),
  "title-from-page": says("标题取自网页标题。", "The title was taken from the page's own title."),
};

const REPAIRS: Readonly<Record<RepairKind, Sentence>> = {
  "blank-lines": says("删去多余空行", "Extra blank lines removed"),
  bookmark: says("删去书签残留", "Trace of a bookmark removed"),
  "chunk-number": says(
    "删去网站的分段号并接上断句",
    "A site's portion number removed, the sentence rejoined",
  ),
  entity: says("网页代码还原为字符", "HTML entity turned into its character"),
  "hard-wrap": says("接上硬换行", "Hard line break rejoined"),
  invisible: says("删去不可见字符", "Invisible character removed"),
  "line-break": says("统一换行符", "Line break made regular"),
  "lost-numeral": says("按前后序号补上缺失的数字", "Lost numeral restored from its neighbours"),
  "marker-space": says("删去序号中的空格", "Blank inside a marker removed"),
  ocr: says("疑似识别错误", "Probable slip of text recognition"),
  "page-number": says("删去页码", "Page number removed"),
  "run-in-heading": says("标题另起一行", "Run-in heading put on its own line"),
  "site-residue": says("删去网站残留", "Residue of a web site removed"),
  "trailing-space": says("删去行末空格", "Blanks at the end of the line removed"),
};

export function refusalMessage(reason: Refusal, language: Language = "zh-CN"): string {
  const data = Object.entries(reason.data).map(([name, of]) => [name, PARTS[of]?.[language] ?? of]);
  return fill(REFUSALS[reason.code][language], Object.fromEntries(data));
}

export function noteMessage(note: ReadNote, language: Language = "zh-CN"): string {
  return fill(NOTES[note.code][language], { count: note.count });
}

export function repairMessage(repair: Pick<Repair, "kind">, language: Language = "zh-CN"): string {
  return REPAIRS[repair.kind][language];
}

function fill(sentence: string, data: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{([a-z]{1,20})\}/g, (_, name: string) => String(data[name] ?? ""));
}
