<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>&amp;Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Open Article…</source>
        <translation>打开文章…</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open Sample Article</source>
        <translation>打开示例文章</translation>
    </message>
    <message>
        <source>Paste as New Article</source>
        <translation>粘贴为新文章</translation>
    </message>
    <message>
        <source>Open with Another Encoding…</source>
        <translation>换一种编码打开…</translation>
    </message>
    <message>
        <source>Next Article in Folder</source>
        <translation>下一篇</translation>
    </message>
    <message>
        <source>Previous Article in Folder</source>
        <translation>上一篇</translation>
    </message>
    <message>
        <source>Next Unfinished Article</source>
        <translation>下一篇未完成的文章</translation>
    </message>
    <message>
        <source>Save Annotations</source>
        <translation>保存标注</translation>
    </message>
    <message>
        <source>Save Annotations Elsewhere…</source>
        <translation>标注另存到…</translation>
    </message>
    <message>
        <source>Export Proof Report…</source>
        <translation>导出校读单…</translation>
    </message>
    <message>
        <source>Export Restored Article…</source>
        <translation>导出校读文本…</translation>
    </message>
    <message>
        <source>Print Preview…</source>
        <translation>打印预览…</translation>
    </message>
    <message>
        <source>Print Proof Report…</source>
        <translation>打印校读单…</translation>
    </message>
    <message>
        <source>Annotate All Articles of the Folder</source>
        <translation>标注文件夹中的全部文章</translation>
    </message>
    <message>
        <source>Compare with Another Article…</source>
        <translation>与另一篇对比…</translation>
    </message>
    <message>
        <source>Annotator&apos;s Name…</source>
        <translation>标注者姓名…</translation>
    </message>
    <message>
        <source>Close Article</source>
        <translation>关闭文章</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy Article Text</source>
        <translation>复制全文</translation>
    </message>
    <message>
        <source>Copy with Formats</source>
        <translation>带格式复制</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Find in Folder…</source>
        <translation>在文件夹中查找…</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>校读</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation>繁体</translation>
    </message>
    <message>
        <source>Source Text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Source and Restored Side by Side</source>
        <translation>来文与校读文本对照</translation>
    </message>
    <message>
        <source>Figures and Times as a Table</source>
        <translation>数字与时间表</translation>
    </message>
    <message>
        <source>Settled Questions</source>
        <translation>已定的疑问</translation>
    </message>
    <message>
        <source>Larger Text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller Text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal Text Size</source>
        <translation>默认字号</translation>
    </message>
    <message>
        <source>Heiti (Sans)</source>
        <translation>黑体</translation>
    </message>
    <message>
        <source>Songti (Serif)</source>
        <translation>宋体</translation>
    </message>
    <message>
        <source>Column: Narrow</source>
        <translation>栏宽：窄</translation>
    </message>
    <message>
        <source>Column: Normal</source>
        <translation>栏宽：适中</translation>
    </message>
    <message>
        <source>Column: Wide</source>
        <translation>栏宽：宽</translation>
    </message>
    <message>
        <source>Rows: Close</source>
        <translation>行距：紧</translation>
    </message>
    <message>
        <source>Rows: Normal</source>
        <translation>行距：适中</translation>
    </message>
    <message>
        <source>Rows: Far Apart</source>
        <translation>行距：疏</translation>
    </message>
    <message>
        <source>Theme: as the System</source>
        <translation>主题：跟随系统</translation>
    </message>
    <message>
        <source>Theme: Light</source>
        <translation>主题：浅色</translation>
    </message>
    <message>
        <source>Theme: Dark</source>
        <translation>主题：深色</translation>
    </message>
    <message>
        <source>Theme: Sepia</source>
        <translation>主题：护眼</translation>
    </message>
    <message>
        <source>Theme: High Contrast</source>
        <translation>主题：高对比度</translation>
    </message>
    <message>
        <source>Language: as the System</source>
        <translation>语言：跟随系统</translation>
    </message>
    <message>
        <source>File List</source>
        <translation>文件列表</translation>
    </message>
    <message>
        <source>Side Panel</source>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Guidelines beside the Article</source>
        <translation>文章旁显示规范</translation>
    </message>
    <message>
        <source>Show Navigation and Boilerplate</source>
        <translation>展开导航与版权声明</translation>
    </message>
    <message>
        <source>Article Alone</source>
        <translation>只看文章</translation>
    </message>
    <message>
        <source>Full Screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Accept, or Mark the Selection</source>
        <translation>接受，或标注所选文字</translation>
    </message>
    <message>
        <source>Accept and Go to the Next</source>
        <translation>接受并转到下一处</translation>
    </message>
    <message>
        <source>Reject or Remove</source>
        <translation>拒绝或删除</translation>
    </message>
    <message>
        <source>Label Used Last</source>
        <translation>上次用的标签</translation>
    </message>
    <message>
        <source>Keep Marking with the Last Label</source>
        <translation>连续使用上次的标签</translation>
    </message>
    <message>
        <source>Mark All Occurrences Alike</source>
        <translation>全文同名一并处理</translation>
    </message>
    <message>
        <source>Decide Alike in the Folder…</source>
        <translation>在文件夹里照此处理…</translation>
    </message>
    <message>
        <source>Right Edge Outward</source>
        <translation>右边界右移</translation>
    </message>
    <message>
        <source>Right Edge Inward</source>
        <translation>右边界左移</translation>
    </message>
    <message>
        <source>Left Edge Outward</source>
        <translation>左边界左移</translation>
    </message>
    <message>
        <source>Left Edge Inward</source>
        <translation>左边界右移</translation>
    </message>
    <message>
        <source>Split at the Caret</source>
        <translation>在光标处拆分</translation>
    </message>
    <message>
        <source>Join with the Next Mark</source>
        <translation>与下一标注合并</translation>
    </message>
    <message>
        <source>Add the Words to the Last Mark</source>
        <translation>所选文字并入上一标注</translation>
    </message>
    <message>
        <source>Put a Lost Mark on the Words…</source>
        <translation>把失去位置的标注放到所选文字…</translation>
    </message>
    <message>
        <source>Relate to Another Mark…</source>
        <translation>与另一标注建立关系…</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Correct the Text…</source>
        <translation>改正文字…</translation>
    </message>
    <message>
        <source>Accept All Unreviewed Marks</source>
        <translation>接受全部未审标注</translation>
    </message>
    <message>
        <source>Question: the Article Is Right</source>
        <translation>疑问：原文无误</translation>
    </message>
    <message>
        <source>Question: It Is a Mistake</source>
        <translation>疑问：确有差错</translation>
    </message>
    <message>
        <source>Question: Ignore Here</source>
        <translation>疑问：此处忽略</translation>
    </message>
    <message>
        <source>Question: Ignore Always in the Folder</source>
        <translation>疑问：本文件夹一律忽略</translation>
    </message>
    <message>
        <source>Question: Ask Again</source>
        <translation>疑问：重新提出</translation>
    </message>
    <message>
        <source>Accept All, Done, Next Article</source>
        <translation>全部接受，完成并转下一篇</translation>
    </message>
    <message>
        <source>Article Done, Next One</source>
        <translation>完成本文，转下一篇</translation>
    </message>
    <message>
        <source>Nothing to Mark, Done, Next One</source>
        <translation>无可标注、完成、下一篇</translation>
    </message>
    <message>
        <source>Skip Article…</source>
        <translation>跳过本文…</translation>
    </message>
    <message>
        <source>Flag Article</source>
        <translation>给本文标旗</translation>
    </message>
    <message>
        <source>Labels of the Article</source>
        <translation>全文标签</translation>
    </message>
    <message>
        <source>Label Scheme…</source>
        <translation>标签体系…</translation>
    </message>
    <message>
        <source>Accept All Suggested Repairs</source>
        <translation>接受全部待定修复</translation>
    </message>
    <message>
        <source>Recognize Again</source>
        <translation>重新识别</translation>
    </message>
    <message>
        <source>Next Mark</source>
        <translation>下一处标注</translation>
    </message>
    <message>
        <source>Previous Mark</source>
        <translation>上一处标注</translation>
    </message>
    <message>
        <source>Overlapping Mark</source>
        <translation>换到重叠的标注</translation>
    </message>
    <message>
        <source>Leave the Mark</source>
        <translation>退出标注选中</translation>
    </message>
    <message>
        <source>Next Unreviewed, Least Certain First</source>
        <translation>下一处未审（置信由低到高）</translation>
    </message>
    <message>
        <source>Previous Unreviewed</source>
        <translation>上一处未审</translation>
    </message>
    <message>
        <source>Next Suggested Repair</source>
        <translation>下一处待定修复</translation>
    </message>
    <message>
        <source>Previous Suggested Repair</source>
        <translation>上一处待定修复</translation>
    </message>
    <message>
        <source>Next Open Question</source>
        <translation>下一处疑问</translation>
    </message>
    <message>
        <source>Previous Open Question</source>
        <translation>上一处疑问</translation>
    </message>
    <message>
        <source>Next Place of the Question</source>
        <translation>该疑问的下一处</translation>
    </message>
    <message>
        <source>Card of the Name</source>
        <translation>名称详情</translation>
    </message>
    <message>
        <source>Next Pane</source>
        <translation>下一窗格</translation>
    </message>
    <message>
        <source>Previous Pane</source>
        <translation>上一窗格</translation>
    </message>
    <message>
        <source>Agreement of Two Annotators</source>
        <translation>两人一致性</translation>
    </message>
    <message>
        <source>Settle Differences…</source>
        <translation>裁定分歧…</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Compare Names and Figures with the Folder</source>
        <translation>与同一文件夹的稿件对照名称和数字</translation>
    </message>
    <message>
        <source>Learn from Corrections…</source>
        <translation>从校订中学习…</translation>
    </message>
    <message>
        <source>Assign Articles…</source>
        <translation>分配文章…</translation>
    </message>
    <message>
        <source>Export Annotations…</source>
        <translation>导出标注…</translation>
    </message>
    <message>
        <source>Import Annotations…</source>
        <translation>导入标注…</translation>
    </message>
    <message>
        <source>Blind First Pass</source>
        <translation>盲标（首轮不看提示）</translation>
    </message>
    <message>
        <source>All Commands…</source>
        <translation>全部命令…</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Change Keys…</source>
        <translation>更改快捷键…</translation>
    </message>
    <message>
        <source>Annotation Guidelines</source>
        <translation>标注规范</translation>
    </message>
    <message>
        <source>About Danqian</source>
        <translation>关于丹铅</translation>
    </message>
    <message>
        <source>Edges of the Mark</source>
        <translation>标注的边界</translation>
    </message>
    <message>
        <source>Answer the Question</source>
        <translation>回答疑问</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Width of the Column</source>
        <translation>栏宽</translation>
    </message>
    <message>
        <source>Distance of the Rows</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Recent Articles</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>The label scheme asks nothing here</source>
        <translation>标签体系在这里没有要填的</translation>
    </message>
</context>
<context>
    <name>Adjudicating</name>
    <message>
        <source>The result needs a name of its own</source>
        <translation>结果须另有名称</translation>
    </message>
    <message>
        <source>Settle Differences</source>
        <translation>裁定分歧</translation>
    </message>
    <message>
        <source>The result is a sidecar of its own beside each article. Its name:</source>
        <translation>结果另存一份标注文件于文章旁，名称：</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>The two have no differences</source>
        <translation>两人没有分歧</translation>
    </message>
    <message>
        <source>All differences are settled</source>
        <translation>分歧已全部裁定</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Differences</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>Agreement of Two Annotators</source>
        <translation>两人一致性</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>HTML…</source>
        <translation>HTML…</translation>
    </message>
    <message>
        <source>Settle Differences</source>
        <translation>裁定分歧</translation>
    </message>
    <message>
        <source>and</source>
        <translation>与</translation>
    </message>
    <message>
        <source>Count automatic marks that nobody has looked at</source>
        <translation>计入无人过目的自动标注</translation>
    </message>
    <message>
        <source>First annotator</source>
        <translation>标注者甲</translation>
    </message>
    <message>
        <source>Second annotator</source>
        <translation>标注者乙</translation>
    </message>
</context>
<context>
    <name>AnnotatePanel</name>
    <message>
        <source>Right edge</source>
        <translation>右边界</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>左边界</translation>
    </message>
    <message>
        <source>Overlapping mark</source>
        <translation>换到内层</translation>
    </message>
    <message>
        <source>Everywhere alike</source>
        <translation>全文同名</translation>
    </message>
    <message>
        <source>Least certain first</source>
        <translation>置信由低到高</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待审</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Label Article</source>
        <translation>全文标签</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Danqian</source>
        <translation>丹铅</translation>
    </message>
</context>
<context>
    <name>ArticleLabelForm</name>
    <message>
        <source>Whole article</source>
        <translation>全文</translation>
    </message>
</context>
<context>
    <name>ArticleSection</name>
    <message>
        <source>Outline</source>
        <translation>提纲</translation>
    </message>
    <message>
        <source>Reporter {0}</source>
        <translation>记者 {0}</translation>
    </message>
    <message>
        <source>Editor {0}</source>
        <translation>责编 {0}</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>署名</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
</context>
<context>
    <name>Articles</name>
    <message>
        <source>Open Article</source>
        <translation>打开文章</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>The clipboard holds no text</source>
        <translation>剪贴板里没有文字</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>粘贴的文章</translation>
    </message>
    <message>
        <source>{0}: no post after a tab in line {1}; passed over</source>
        <translation>{0} 第 {1} 行缺少制表符后的职务，已略过</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) could not be decoded</source>
        <translation>
            <numerusform>有 %n 处无法解码</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels that the scheme lacks: {0}. The menu Mark has the label scheme.</source>
        <translation>标签体系里没有的标签：{0}。可用“标记”菜单里的标签体系处理。</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) lost their place when the article changed: see the menu Mark</source>
        <translation>
            <numerusform>文章改动后有 %n 处标注失去位置，见“标记”菜单</numerusform>
        </translation>
    </message>
    <message>
        <source>This file is very long: it was not marked. Mark → Recognize Again does it.</source>
        <translation>文件很长，没有自动标注；可用“标记 → 重新识别”。</translation>
    </message>
    <message numerus="yes">
        <source>One article at a time: %n more are under File → Recent Articles</source>
        <translation>
            <numerusform>一次打开一篇，另外 %n 篇见“文件”菜单的“最近打开”</numerusform>
        </translation>
    </message>
    <message>
        <source>Annotator&apos;s Name</source>
        <translation>标注者姓名</translation>
    </message>
    <message>
        <source>Marks are saved in a file of this name beside each article; empty for the plain one.</source>
        <translation>标注会存入文章旁以此命名的文件；留空则用不带姓名的文件。</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Unsaved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
    <message>
        <source>The article&apos;s text was copied</source>
        <translation>已复制全文</translation>
    </message>
</context>
<context>
    <name>Assigning</name>
    <message>
        <source>Assigned: {0}; shared: {1}</source>
        <translation>已分配：{0}；同标 {1} 篇</translation>
    </message>
</context>
<context>
    <name>AssignmentChoice</name>
    <message>
        <source>Assign Articles</source>
        <translation>分配文章</translation>
    </message>
    <message>
        <source>Articles: {0}, of which assigned: {1}</source>
        <translation>文章 {0} 篇，已分配 {1} 篇</translation>
    </message>
    <message>
        <source>Annotators, with commas between:</source>
        <translation>标注者，以顿号或逗号隔开：</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>标注者</translation>
    </message>
    <message>
        <source>Share of the articles that two annotate each, in percent:</source>
        <translation>由两人同标的份额（%）：</translation>
    </message>
    <message>
        <source>Share for two</source>
        <translation>同标份额</translation>
    </message>
    <message>
        <source>Blind: no suggestions before the first pass, no others&apos; marks</source>
        <translation>盲标：首轮不给提示，不看同事的标注</translation>
    </message>
    <message>
        <source>What was assigned before stays as it is.</source>
        <translation>此前已分配的不变。</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AttributeForm</name>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
</context>
<context>
    <name>BackgroundWork</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>untouched</source>
        <translation>未动</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>不到 1 分钟</translation>
    </message>
    <message>
        <source>1–2 min</source>
        <translation>1–2 分钟</translation>
    </message>
    <message>
        <source>2–5 min</source>
        <translation>2–5 分钟</translation>
    </message>
    <message>
        <source>5–10 min</source>
        <translation>5–10 分钟</translation>
    </message>
    <message>
        <source>over 10 min</source>
        <translation>10 分钟以上</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>filled: reviewed; outlined: nobody has looked yet</source>
        <translation>实心：已审；空心：未审</translation>
    </message>
    <message>
        <source>Marks by label</source>
        <translation>各标签标注数</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Agreement: exact F1</source>
        <translation>一致性：F1（边界与标签全同）</translation>
    </message>
    <message>
        <source>{0} seconds an article</source>
        <translation>平均每篇 {0} 秒</translation>
    </message>
    <message>
        <source>Time an article took</source>
        <translation>每篇用时</translation>
    </message>
    <message>
        <source>Articles by the day of the last work</source>
        <translation>各日工作量（按最后一次标注）</translation>
    </message>
    <message>
        <source>{0} in {1} articles</source>
        <translation>{0} 次 · {1} 篇</translation>
    </message>
    <message>
        <source>Most frequent names</source>
        <translation>最常见的名称</translation>
    </message>
    <message>
        <source>Done without a mark</source>
        <translation>完成而无标注</translation>
    </message>
    <message>
        <source>Copies of one article {0}</source>
        <translation>同一篇的转载 {0}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>全部命令</translation>
    </message>
    <message>
        <source>Type a command, or the initials of its pinyin</source>
        <translation>输入命令，或拼音首字母</translation>
    </message>
    <message>
        <source>No command has such a name</source>
        <translation>没有这样的命令</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Reading the annotations…</source>
        <translation>正在读取标注…</translation>
    </message>
    <message>
        <source>Choose two different annotators</source>
        <translation>请选两位不同的标注者</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message numerus="yes">
        <source>It takes two annotators with sidecars in this folder; there are %n</source>
        <translation>
            <numerusform>需有两人在此文件夹中标注；现有 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（未具名）</translation>
    </message>
    <message>
        <source>There is no article that both have begun</source>
        <translation>没有双方都已开始的文章</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>一致性</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Which one?</source>
        <translation>选哪一个？</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Annotation Guidelines</source>
        <translation>标注规范</translation>
    </message>
    <message>
        <source>Version {0}. An offline reader and annotator for Chinese news articles.

It never writes to an article and never uses the network. MIT License; it stands on Qt for Python (LGPL), jieba, OpenCC, pypinyin, lxml, NumPy and others, whose licences come with it.</source>
        <translation>版本 {0}。离线的中文新闻校读与标注工具。

从不改动来文，从不联网。MIT 许可；所用的 Qt for Python（LGPL）、jieba、OpenCC、pypinyin、lxml、NumPy 等各依其许可，许可文本随附。</translation>
    </message>
    <message>
        <source>About Danqian</source>
        <translation>关于丹铅</translation>
    </message>
    <message>
        <source>Articles (%1)</source>
        <translation>文章 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>统计</translation>
    </message>
</context>
<context>
    <name>DecisionChoice</name>
    <message>
        <source>Decide Alike in the Folder</source>
        <translation>在文件夹里照此处理</translation>
    </message>
    <message>
        <source>What you decided on names in this article, where nobody has decided yet. Articles that are finished stay as they are. It is one act, and Undo takes it back.</source>
        <translation>您对本篇名称的取舍，用到还没有人处理过的地方；已完成的文章不动。作为一步操作，可用“撤销”整个收回。</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>取舍</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking through {0} of {1} articles</source>
        <translation>正在查看文章：{0} / {1}</translation>
    </message>
    <message>
        <source>Nothing is left to decide by it in this folder.</source>
        <translation>本文件夹里没有可以照此处理的地方了。</translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n place(s)</source>
        <translation>
            <numerusform>处理 %n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>是图片</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>是压缩包</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>是程序</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>是二进制数据</translation>
    </message>
    <message>
        <source>an old Office document (.doc, .wps, .xls); save it as .docx first</source>
        <translation>是旧版 Office 文档（.doc、.wps、.xls），请先另存为 .docx</translation>
    </message>
    <message>
        <source>an Office document locked with a password; save it without one first</source>
        <translation>加了密码的 Office 文档；请先另存为不加密码的</translation>
    </message>
    <message>
        <source>an RTF document; save it as .docx first</source>
        <translation>RTF 文档；请先另存为 .docx</translation>
    </message>
    <message>
        <source>a damaged or locked .docx</source>
        <translation>损坏或加密的 .docx</translation>
    </message>
    <message>
        <source>a damaged or locked .epub</source>
        <translation>损坏或加密的 .epub</translation>
    </message>
    <message>
        <source>a .docx of which a part unpacks to more than {0} MB</source>
        <translation>.docx 里有一部分解压后超过 {0} MB</translation>
    </message>
    <message>
        <source>an .epub of which a part unpacks to more than {0} MB</source>
        <translation>.epub 里有一部分解压后超过 {0} MB</translation>
    </message>
    <message>
        <source>an .epub locked by its publisher</source>
        <translation>出版方加了密的 .epub</translation>
    </message>
    <message>
        <source>a damaged .pdf</source>
        <translation>损坏的 .pdf</translation>
    </message>
    <message>
        <source>a .pdf locked with a password; save it without one first</source>
        <translation>加了密码的 .pdf；请先另存为不加密码的</translation>
    </message>
    <message>
        <source>a .pdf without a text layer, of scanned pages; recognize its characters first</source>
        <translation>没有文字层的 .pdf（扫描件）；请先做文字识别</translation>
    </message>
    <message>
        <source>a .pdf of more than {0} million characters</source>
        <translation>.pdf 超过 {0} 百万字</translation>
    </message>
    <message>
        <source>a letter of parts nested without end</source>
        <translation>邮件各部分层层套叠，没有尽头</translation>
    </message>
    <message>
        <source>a letter without words in it</source>
        <translation>邮件里没有文字</translation>
    </message>
    <message>
        <source>a saved page of parts nested without end</source>
        <translation>存下的网页各部分层层套叠，没有尽头</translation>
    </message>
    <message>
        <source>a saved page without a page in it</source>
        <translation>存下的网页文件里没有网页</translation>
    </message>
    <message>
        <source>the file is read-only</source>
        <translation>文件为只读</translation>
    </message>
    <message>
        <source>{0} MB, at most {1} MB</source>
        <translation>{0} MB，上限 {1} MB</translation>
    </message>
    <message>
        <source>Parquet needs pyarrow (pip install &apos;danqian[parquet]&apos;); hf-jsonl holds the same without it</source>
        <translation>Parquet 需要 pyarrow（pip install &apos;danqian[parquet]&apos;）；改用 JSONL 无需安装，内容相同</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>不是有效的 JSON</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许此操作</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>磁盘为只读</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>读写出错</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>other edges</source>
        <translation>边界不同</translation>
    </message>
    <message>
        <source>other label</source>
        <translation>标签不同</translation>
    </message>
    <message>
        <source>label and edges</source>
        <translation>标签边界皆异</translation>
    </message>
    <message>
        <source>only one has it</source>
        <translation>仅一方有</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>属性不同</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>what it names</source>
        <translation>所指</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>关系不同</translation>
    </message>
    <message>
        <source>article label</source>
        <translation>全文标签不同</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>left</source>
        <translation>取左</translation>
    </message>
    <message>
        <source>right</source>
        <translation>取右</translation>
    </message>
    <message>
        <source>both of them</source>
        <translation>两者都取</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>都不取</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已改</translation>
    </message>
</context>
<context>
    <name>EncodingChoice</name>
    <message>
        <source>Which of these reads well?</source>
        <translation>哪一种读得通？</translation>
    </message>
    <message>
        <source>“{0}” as each encoding reads it; the numbers count unreadable places.</source>
        <translation>“{0}”按各种编码读出的样子；右侧数字是读不出的处数。</translation>
    </message>
    <message>
        <source>Encodings</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Open with This</source>
        <translation>以此打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Encodings</name>
    <message>
        <source>Simplified Chinese (GB18030)</source>
        <translation>简体中文（GB18030）</translation>
    </message>
    <message>
        <source>Traditional Chinese (Big5)</source>
        <translation>繁体中文（Big5）</translation>
    </message>
    <message>
        <source>Unicode (UTF-8)</source>
        <translation>Unicode（UTF-8）</translation>
    </message>
    <message>
        <source>Unicode (UTF-16, little-endian)</source>
        <translation>Unicode（UTF-16 小端）</translation>
    </message>
    <message>
        <source>Unicode (UTF-16, big-endian)</source>
        <translation>Unicode（UTF-16 大端）</translation>
    </message>
    <message>
        <source>Japanese (Shift JIS)</source>
        <translation>日文（Shift JIS）</translation>
    </message>
    <message>
        <source>Korean (EUC-KR)</source>
        <translation>韩文（EUC-KR）</translation>
    </message>
    <message>
        <source>Western European (Windows-1252)</source>
        <translation>西欧（Windows-1252）</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>“%1”已不在原处。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read: %2.</source>
        <translation>无法读取“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” is not an article that Danqian can read: %2.</source>
        <translation>“%1”不是丹铅能读的文章：%2。</translation>
    </message>
    <message>
        <source>“%1” is too large to open: %2.</source>
        <translation>“%1”太大，无法打开：%2。</translation>
    </message>
    <message>
        <source>The annotations of “%1” can&apos;t be read: %2. They were left as they are.</source>
        <translation>“%1”的标注无法读取：%2。标注文件保持原样。</translation>
    </message>
    <message>
        <source>“%1” was annotated with a newer version: it opens for reading only.</source>
        <translation>“%1”由更新的版本标注，只能以只读方式打开。</translation>
    </message>
    <message>
        <source>“%1” has changed since it was annotated.</source>
        <translation>“%1”标注之后有过改动。</translation>
    </message>
    <message>
        <source>Somebody else has saved annotations of “%1” meanwhile. Nothing was overwritten.</source>
        <translation>其间有人保存了“%1”的标注，没有覆盖任何内容。</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2.</source>
        <translation>“%1”写不进去：%2。</translation>
    </message>
    <message>
        <source>The annotations of “%1” were not saved: %2. What you did is still here.</source>
        <translation>“%1”的标注没有保存成功：%2。您的改动仍在这里。</translation>
    </message>
    <message>
        <source>The label scheme “%1” is not valid: %2.</source>
        <translation>标签体系“%1”有误：%2。</translation>
    </message>
    <message>
        <source>“%1” does not hold what was learnt, or is damaged.</source>
        <translation>“%1”不是学习所得的模型文件，或已损坏。</translation>
    </message>
    <message>
        <source>The pattern is not a regular expression: %2.</source>
        <translation>这不是正则表达式：%2。</translation>
    </message>
    <message>
        <source>The pattern “%2” takes too long; make it simpler.</source>
        <translation>模式“%2”耗时太长，请写得简单些。</translation>
    </message>
    <message>
        <source>That can&apos;t be done: %2.</source>
        <translation>无法执行：%2。</translation>
    </message>
</context>
<context>
    <name>Everywhere</name>
    <message numerus="yes">
        <source>%n place(s) changed</source>
        <translation>
            <numerusform>改动了 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) changed back</source>
        <translation>
            <numerusform>%n 篇文章已改回</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed back: put the label scheme right, then try again</source>
        <translation>没有撤销：请先改正标签体系，再撤销</translation>
    </message>
    <message>
        <source>Stopped: nothing was changed</source>
        <translation>已停止：什么也没有改动</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) were no longer there</source>
        <translation>
            <numerusform>%n 处已不在原处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) left as they are</source>
        <translation>
            <numerusform>%n 篇文章保持原样</numerusform>
        </translation>
    </message>
    <message>
        <source>Changing {0} of {1}</source>
        <translation>正在改动 {0} / {1}</translation>
    </message>
    <message>
        <source>Changing {0}</source>
        <translation>正在更改 {0}</translation>
    </message>
    <message>
        <source>Preparing {0} of {1}</source>
        <translation>正在准备 {0} / {1}</translation>
    </message>
    <message>
        <source>Preparing {0}</source>
        <translation>正在准备 {0}</translation>
    </message>
    <message>
        <source>Mark All</source>
        <translation>全部标注</translation>
    </message>
    <message>
        <source>Relabel All</source>
        <translation>全部改标签</translation>
    </message>
    <message>
        <source>Accept All</source>
        <translation>全部接受</translation>
    </message>
    <message>
        <source>Reject All</source>
        <translation>全部拒绝</translation>
    </message>
</context>
<context>
    <name>Exchanging</name>
    <message>
        <source>Folder (*)</source>
        <translation>文件夹 (*)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Export Annotations</source>
        <translation>导出标注</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) exported to {0}</source>
        <translation>
            <numerusform>已导出 %n 篇到 {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>could not be read: {0}</source>
        <translation>无法读取：{0}</translation>
    </message>
    <message>
        <source>{0} has no room for: {1}</source>
        <translation>{0} 容不下：{1}</translation>
    </message>
    <message>
        <source>Folder for the Articles</source>
        <translation>文章存放的文件夹</translation>
    </message>
    <message>
        <source>Import: {0}</source>
        <translation>导入：{0}</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) imported into {0}</source>
        <translation>
            <numerusform>已导入 %n 篇到 {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>未收：{0}</translation>
    </message>
</context>
<context>
    <name>ExportChoice</name>
    <message>
        <source>Export Annotations</source>
        <translation>导出标注</translation>
    </message>
    <message>
        <source>The annotations of all articles of the folder, in the format of another tool:</source>
        <translation>把文件夹中全部文章的标注存为其他工具的格式：</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Tokens: characters</source>
        <translation>以字为单位</translation>
    </message>
    <message>
        <source>Tokens: words</source>
        <translation>以词为单位</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Only marks that somebody has reviewed</source>
        <translation>只含已审的标注</translation>
    </message>
    <message>
        <source>Divide into train, dev and test (80 : 10 : 10)</source>
        <translation>分为训练、开发、测试（80 : 10 : 10）</translation>
    </message>
    <message>
        <source>Copies of one article never stand on two sides. What the format cannot hold is told.</source>
        <translation>同一篇的转载不会分在两边。格式容不下的会告知。</translation>
    </message>
    <message>
        <source>Choose Where…</source>
        <translation>选择位置…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FewChoices</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>完整数值</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Predicate</source>
        <translation>谓语</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Figures and Times</source>
        <translation>数字与时间</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>FiguresSection</name>
    <message>
        <source>Amount</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>所指</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>处</translation>
    </message>
    <message>
        <source>By unit and size</source>
        <translation>按单位和大小</translation>
    </message>
    <message>
        <source>In text order</source>
        <translation>全文顺序</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>All files</source>
        <translation>全部文件</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Untouched</source>
        <translation>未动</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Done, nothing to mark</source>
        <translation>已完成，无可标注</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>已标旗</translation>
    </message>
    <message>
        <source>Copies of one another</source>
        <translation>互为副本</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Order: by name</source>
        <translation>排序：按文件名</translation>
    </message>
    <message>
        <source>Order: unfinished first</source>
        <translation>排序：未完成在前</translation>
    </message>
    <message>
        <source>Order: most to review first</source>
        <translation>排序：待审最多在前</translation>
    </message>
    <message>
        <source>Order: most marks first</source>
        <translation>排序：标注最多在前</translation>
    </message>
    <message>
        <source>Order: flagged first</source>
        <translation>排序：已标旗在前</translation>
    </message>
    <message>
        <source>Order: longest worked on first</source>
        <translation>排序：用时最长在前</translation>
    </message>
    <message>
        <source>untouched</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>has copies</source>
        <translation>有副本</translation>
    </message>
    <message>
        <source>Copies: {0}</source>
        <translation>副本：{0}</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>done, nothing to mark</source>
        <translation>已完成，无可标注</translation>
    </message>
</context>
<context>
    <name>FilesPanel</name>
    <message numerus="yes">
        <source>%n mark(s) to review</source>
        <translation>
            <numerusform>%n 处待复核</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} an hour</source>
        <translation>{0} 篇/时</translation>
    </message>
    <message>
        <source>{0} s each</source>
        <translation>每篇 {0} 秒</translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation>余 {0} 分钟</translation>
    </message>
    <message>
        <source>{0} h left</source>
        <translation>余 {0} 时</translation>
    </message>
    <message>
        <source>Filter files</source>
        <translation>筛选文件</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Which files to list, and in which order</source>
        <translation>列出哪些文件、怎样排序</translation>
    </message>
    <message>
        <source>Only those assigned to me</source>
        <translation>只列分配给我的</translation>
    </message>
    <message>
        <source>In reverse order</source>
        <translation>倒序</translation>
    </message>
</context>
<context>
    <name>FindOptions</name>
    <message>
        <source>In the text</source>
        <translation>在正文中</translation>
    </message>
    <message>
        <source>On marks</source>
        <translation>在标注上</translation>
    </message>
    <message>
        <source>On {0} {1}</source>
        <translation>在 {0} {1} 标注上</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>在本文中查找</translation>
    </message>
    <message>
        <source>Find in the folder</source>
        <translation>在文件夹中查找</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>在何处查找</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message>
        <source>searching…</source>
        <translation>仍在查找…</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>找到的位置</translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{1}中 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>The article is right</source>
        <translation>原文无误</translation>
    </message>
    <message>
        <source>It is a mistake</source>
        <translation>确有差错</translation>
    </message>
    <message>
        <source>Ignored here</source>
        <translation>此处忽略</translation>
    </message>
    <message>
        <source>Ignored always</source>
        <translation>一律忽略</translation>
    </message>
    <message>
        <source>Difference {0}</source>
        <translation>相差 {0}</translation>
    </message>
    <message>
        <source>question {0}</source>
        <translation>疑问 {0}</translation>
    </message>
</context>
<context>
    <name>FindingsSection</name>
    <message>
        <source>Nothing to ask</source>
        <translation>没有疑问</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>待定 {0}</translation>
    </message>
    <message>
        <source>Settled {0}</source>
        <translation>已定 {0}</translation>
    </message>
    <message>
        <source>Checked: {0}</source>
        <translation>已核对：{0}</translation>
    </message>
    <message>
        <source>The article is right</source>
        <translation>原文无误</translation>
    </message>
    <message>
        <source>It is a mistake</source>
        <translation>确有差错</translation>
    </message>
    <message>
        <source>Ignore here</source>
        <translation>此处忽略</translation>
    </message>
    <message>
        <source>Ignore always in this folder</source>
        <translation>本文件夹一律忽略</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新提出</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
</context>
<context>
    <name>Folder</name>
    <message>
        <source>Reading {0} of {1}</source>
        <translation>正在读取 {0} / {1}</translation>
    </message>
</context>
<context>
    <name>FolderFigures</name>
    <message>
        <source>Save As</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>已写入 {0}</translation>
    </message>
</context>
<context>
    <name>GuidelinesPane</name>
    <message>
        <source>This label scheme names no guidelines.</source>
        <translation>这个标签体系没有写明标注规范。</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>标注规范</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>HandedOn</name>
    <message>
        <source>Proof report, PDF (*.pdf)</source>
        <translation>校读单，PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Proof report, Word (*.docx)</source>
        <translation>校读单，Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>Proof report, web page (*.html)</source>
        <translation>校读单，网页 (*.html)</translation>
    </message>
    <message>
        <source>Restored text, Word (*.docx)</source>
        <translation>校读文本，Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>Restored text, web page (*.html)</source>
        <translation>校读文本，网页 (*.html)</translation>
    </message>
    <message>
        <source>Restored text, Markdown (*.md)</source>
        <translation>校读文本，Markdown (*.md)</translation>
    </message>
    <message>
        <source>Restored text, plain (*.txt)</source>
        <translation>校读文本，纯文本 (*.txt)</translation>
    </message>
    <message>
        <source>Text with its marks, Word (*.docx)</source>
        <translation>带标注的文本，Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>Text with its marks, web page (*.html)</source>
        <translation>带标注的文本，网页 (*.html)</translation>
    </message>
    <message>
        <source>Text with its marks, Markdown (*.md)</source>
        <translation>带标注的文本，Markdown (*.md)</translation>
    </message>
    <message>
        <source>Changes tracked, Word (*.docx)</source>
        <translation>修订稿，Word 文档 (*.docx)</translation>
    </message>
</context>
<context>
    <name>HandingOn</name>
    <message>
        <source>Export Proof Report</source>
        <translation>导出校读单</translation>
    </message>
    <message>
        <source>proof</source>
        <translation>校读单</translation>
    </message>
    <message>
        <source>Export Article</source>
        <translation>导出校读文本</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>校读文本</translation>
    </message>
    <message>
        <source>Copied with formats</source>
        <translation>已带格式复制</translation>
    </message>
    <message>
        <source>Wrote {0}</source>
        <translation>已写入 {0}</translation>
    </message>
</context>
<context>
    <name>HitActs</name>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message numerus="yes">
        <source>Relabel %n mark(s)</source>
        <translation>
            <numerusform>改标 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n place(s)</source>
        <translation>
            <numerusform>标注 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n mark(s)</source>
        <translation>
            <numerusform>接受 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n mark(s)</source>
        <translation>
            <numerusform>拒绝 %n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Journaling</name>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>KeyChoice</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Type a command, or the initials of its pinyin</source>
        <translation>输入命令，或拼音首字母</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Restore All</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>Press the key for “{0}”. Esc leaves it as it is.</source>
        <translation>请按“{0}”的新键；按 Esc 保持不变。</translation>
    </message>
    <message>
        <source>{0} marks as {1}: change that in the label scheme, or press another key.</source>
        <translation>{0} 是标签 {1} 的键：可在标签体系里更改，或另按一键。</translation>
    </message>
    <message>
        <source>{0} belongs to “{1}”. Press it again to take it, or press another key.</source>
        <translation>{0} 已用于“{1}”。再按一次就改归这里，或另按一键。</translation>
    </message>
    <message>
        <source>Enter or a double click changes a key, Delete takes it away.</source>
        <translation>按 Enter 或双击更改，按 Delete 取消。</translation>
    </message>
    <message>
        <source>{0} belongs to Chinese input methods. Press another key.</source>
        <translation>{0} 归中文输入法使用，请另按一键。</translation>
    </message>
    <message>
        <source>{0} moves the caret. Press another key.</source>
        <translation>{0} 用来移动光标，请另按一键。</translation>
    </message>
    <message>
        <source>{0} types a character. Press it with Ctrl or Alt, or a function key.</source>
        <translation>{0} 会输入字符；请同时按 Ctrl 或 Alt，或改用功能键。</translation>
    </message>
</context>
<context>
    <name>LabelBar</name>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>其余 %1</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>Learning…</source>
        <translation>正在学习…</translation>
    </message>
    <message>
        <source>Too little was reviewed in this folder: finish some articles, then learn from them</source>
        <translation>本文件夹审校过的太少：先完成几篇，再从中学习</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Names were learnt: Dataset → Learn from Corrections shows how well</source>
        <translation>学好了：数据集 → 从校订中学习，可看效果</translation>
    </message>
    <message>
        <source>Stopped: nothing was learnt</source>
        <translation>已停止：什么也没有学</translation>
    </message>
    <message>
        <source>Articles opened from now on; Mark → Recognize Again renews this one</source>
        <translation>此后打开的文章照此识别；本篇可用“标记 → 重新识别”更新</translation>
    </message>
</context>
<context>
    <name>LearningPage</name>
    <message>
        <source>Learn from Corrections</source>
        <translation>从校订中学习</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>F1 as shipped</source>
        <translation>出厂 F1</translation>
    </message>
    <message>
        <source>F1 as learnt</source>
        <translation>所学 F1</translation>
    </message>
    <message numerus="yes">
        <source>Learnt from %n sentence(s)</source>
        <translation>
            <numerusform>学自 %n 句</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>F1 is that on %n other(s), which were held back</source>
        <translation>
            <numerusform>F1 测自另外留出的 %n 句</numerusform>
        </translation>
    </message>
    <message>
        <source>few names were held back: the figures are rough</source>
        <translation>留出的名称少，数字只是约数</translation>
    </message>
    <message>
        <source>left as shipped, for learning did not help: {0}</source>
        <translation>学习未见提高、仍用出厂模型的标签：{0}</translation>
    </message>
    <message>
        <source>Undo Last Change</source>
        <translation>撤回上次更换</translation>
    </message>
    <message>
        <source>Use What Was Learnt</source>
        <translation>启用所学</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Names that you reviewed in this folder become examples, also those of the label scheme&apos;s own labels. A fifth is held back to measure whether that helps. Nothing changes before you say so.</source>
        <translation>您在本文件夹里审校过的名称成为例子，标签体系自设的标签也在内。留出五分之一，用来测量是否真有帮助。您同意之前，什么都不会变。</translation>
    </message>
    <message>
        <source>F1 before and after</source>
        <translation>学习前后的 F1</translation>
    </message>
    <message>
        <source>In use: what was learnt, since {0}</source>
        <translation>正在使用：所学的模型（{0} 起）</translation>
    </message>
    <message>
        <source>In use: as shipped</source>
        <translation>正在使用：出厂模型</translation>
    </message>
    <message>
        <source>Better by {0} points on what it has not seen</source>
        <translation>在没见过的文章上提高 {0} 分</translation>
    </message>
    <message>
        <source>Worse by {0} points on what it has not seen</source>
        <translation>在没见过的文章上降低 {0} 分</translation>
    </message>
    <message>
        <source>About as good as before on what it has not seen</source>
        <translation>在没见过的文章上与原来相当</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Persons</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Quantities</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
</context>
<context>
    <name>LineInput</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Losses</name>
    <message>
        <source>values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>附注</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>entities of marks</source>
        <translation>标注的实体</translation>
    </message>
    <message>
        <source>gaps in discontinuous marks</source>
        <translation>不连续标注的间隔</translation>
    </message>
    <message>
        <source>relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>labels of whole articles</source>
        <translation>全文标签</translation>
    </message>
    <message>
        <source>acts in the histories of articles</source>
        <translation>文章历史中的操作</translation>
    </message>
    <message>
        <source>marks inside or across longer ones</source>
        <translation>长标注内或交叉的标注</translation>
    </message>
    <message>
        <source>marks across paragraphs</source>
        <translation>跨段标注</translation>
    </message>
    <message>
        <source>white space between tokens</source>
        <translation>词元之间的空白</translation>
    </message>
    <message>
        <source>paragraphs of navigation and the like</source>
        <translation>导航、版权等不读的段落</translation>
    </message>
    <message>
        <source>white space at the edges of marks</source>
        <translation>标注首尾的空白</translation>
    </message>
    <message>
        <source>line breaks at the edges of marks</source>
        <translation>标注首尾的换行</translation>
    </message>
    <message>
        <source>marks of nothing but line breaks</source>
        <translation>只有换行的标注</translation>
    </message>
    <message>
        <source>white space in labels</source>
        <translation>标签中的空白</translation>
    </message>
    <message>
        <source>line breaks in notes</source>
        <translation>附注中的换行</translation>
    </message>
    <message>
        <source>characters that XML cannot hold</source>
        <translation>XML 容不下的字符</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>columns between token and tag</source>
        <translation>字与标签之间的列</translation>
    </message>
    <message>
        <source>knowledge base ids</source>
        <translation>知识库编号</translation>
    </message>
    <message>
        <source>results of other kinds</source>
        <translation>其他类型的结果</translation>
    </message>
    <message>
        <source>annotations of the same task by others</source>
        <translation>他人对同一任务的标注</translation>
    </message>
    <message>
        <source>annotations of other kinds</source>
        <translation>其他类型的标注</translation>
    </message>
    <message>
        <source>attributes of all tokens</source>
        <translation>逐字属性</translation>
    </message>
    <message>
        <source>other columns</source>
        <translation>其他列</translation>
    </message>
    <message>
        <source>structures without a place</source>
        <translation>没有位置的结构</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>normalizations</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>equivalences</source>
        <translation>等价关系</translation>
    </message>
    <message>
        <source>relations of what is no mark</source>
        <translation>不属标注的关系</translation>
    </message>
    <message>
        <source>marks on nothing that is read</source>
        <translation>不在正文上的标注</translation>
    </message>
    <message>
        <source>relations of such marks</source>
        <translation>这些标注的关系</translation>
    </message>
</context>
<context>
    <name>MarkCard</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>No mark selected</source>
        <translation>未选中标注</translation>
    </message>
</context>
<context>
    <name>MarkEdit</name>
    <message>
        <source>Edit the Mark</source>
        <translation>修改标注</translation>
    </message>
    <message>
        <source>The words that are marked, as they stand in the article:</source>
        <translation>所标的原文字句：</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>字句</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>These words do not stand in the article</source>
        <translation>文中没有这几个字</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Words that the mouse selects become {0}</source>
        <translation>用鼠标选中的文字直接标为 {0}</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Change Label</source>
        <translation>更换标签</translation>
    </message>
    <message>
        <source>Mark All Alike</source>
        <translation>全文同名一并处理</translation>
    </message>
    <message numerus="yes">
        <source>%n other place(s) changed</source>
        <translation>
            <numerusform>另有 %n 处一并处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Note on “{0}”</source>
        <translation>“{0}”的备注</translation>
    </message>
    <message>
        <source>Only what is read changes; the file stays as it is.</source>
        <translation>只改读到的文字，文件保持原样。</translation>
    </message>
    <message>
        <source>Correct “{0}”</source>
        <translation>改正“{0}”</translation>
    </message>
    <message>
        <source>Accept All</source>
        <translation>全部接受</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) accepted</source>
        <translation>
            <numerusform>已接受 %n 处标注</numerusform>
        </translation>
    </message>
    <message>
        <source>Every mark has been reviewed</source>
        <translation>标注已全部审过</translation>
    </message>
    <message numerus="yes">
        <source>%n other place(s) with these words wait: Mark All Occurrences Alike</source>
        <translation>
            <numerusform>另有 %n 处相同词语待审：可用“全文同名一并处理”</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Correct Text</source>
        <translation>改正文字</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标注</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Lexicon</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Name model</source>
        <translation>名称模型</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Same name elsewhere</source>
        <translation>文中同名</translation>
    </message>
    <message>
        <source>Name rules</source>
        <translation>名称规则</translation>
    </message>
    <message>
        <source>Title marks</source>
        <translation>书名号</translation>
    </message>
    <message>
        <source>Quoted terms</source>
        <translation>引号术语</translation>
    </message>
    <message>
        <source>Quantity rules</source>
        <translation>数量规则</translation>
    </message>
    <message>
        <source>Time rules</source>
        <translation>时间规则</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工</translation>
    </message>
    <message>
        <source>Automatic, unreviewed</source>
        <translation>自动，未审</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Added by hand</source>
        <translation>手工添加</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>source {0}–{1}</source>
        <translation>源 {0}–{1}</translation>
    </message>
    <message>
        <source>add with {0}</source>
        <translation>按 {0} 添加</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内含</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>归入</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>原为</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>×{0}</source>
        <translation>{0} 处</translation>
    </message>
</context>
<context>
    <name>MovedText</name>
    <message>
        <source>“{0}” has changed since it was marked</source>
        <translation>“{0}”标注之后有过改动</translation>
    </message>
    <message>
        <source>Marks were looked for by their words. Lost ones are kept in the list below.</source>
        <translation>已按文字重新寻找各处标注；找不到的列在下面。</translation>
    </message>
    <message>
        <source>Take Over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Only Look</source>
        <translation>只看</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>找不到</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已移位</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>未动</translation>
    </message>
</context>
<context>
    <name>NamePanel</name>
    <message>
        <source>Rename…</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>The name means the same as another one</source>
        <translation>这个名称与另一名称指同一个</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>分开</translation>
    </message>
    <message>
        <source>The chosen place names another thing than the others</source>
        <translation>选中的一处指的不是同一个</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Said of the Name</source>
        <translation>名称详情</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写法</translation>
    </message>
    <message>
        <source>Posts and relations</source>
        <translation>职务和关系</translation>
    </message>
    <message>
        <source>Figures {0}</source>
        <translation>数字 {0}</translation>
    </message>
    <message>
        <source>Places {0}</source>
        <translation>出处 {0}</translation>
    </message>
</context>
<context>
    <name>NamesSection</name>
    <message>
        <source>By count</source>
        <translation>按次数</translation>
    </message>
    <message>
        <source>In text order</source>
        <translation>全文顺序</translation>
    </message>
    <message>
        <source>also {0}</source>
        <translation>又作 {0}</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>Select a name first</source>
        <translation>请先选中一个名称</translation>
    </message>
    <message>
        <source>Name of “{0}”</source>
        <translation>“{0}”的名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名称</translation>
    </message>
    <message>
        <source>Name One Thing</source>
        <translation>并为一个</translation>
    </message>
    <message>
        <source>Name Something Else</source>
        <translation>另立一个</translation>
    </message>
</context>
<context>
    <name>Neighboring</name>
    <message>
        <source>Open an article of the folder first</source>
        <translation>请先打开文件夹中的一篇文章</translation>
    </message>
    <message>
        <source>Opened for reading only</source>
        <translation>只读打开</translation>
    </message>
    <message>
        <source>Compare with the Folder</source>
        <translation>与文件夹对照</translation>
    </message>
    <message numerus="yes">
        <source>Compared with %n annotated article(s)</source>
        <translation>
            <numerusform>已与 %n 篇已标注的文章对照</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new question(s)</source>
        <translation>
            <numerusform>%n 处新疑问</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the folder: %1 of %2</source>
        <translation>正在读取文件夹：第 %1 篇，共 %2 篇</translation>
    </message>
</context>
<context>
    <name>PagedText</name>
    <message>
        <source>Navigation (%1)</source>
        <translation>导航 %1 行</translation>
    </message>
    <message>
        <source>Page furniture (%1)</source>
        <translation>版权声明等 %1 行</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Dateline</source>
        <translation>电头</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>小标题</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>导语</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图说</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>数读</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>署名</translation>
    </message>
</context>
<context>
    <name>Preannotating</name>
    <message>
        <source>Annotating…</source>
        <translation>正在标注…</translation>
    </message>
    <message>
        <source>Annotating {0} of {1}</source>
        <translation>正在标注 {0} / {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) annotated</source>
        <translation>
            <numerusform>标注了 %n 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be: {0}</source>
        <translation>
            <numerusform>%n 篇未能标注：{0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Progressing</name>
    <message>
        <source>Skip This Article</source>
        <translation>跳过本文</translation>
    </message>
    <message>
        <source>Why it is skipped:</source>
        <translation>跳过的原因：</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>标旗</translation>
    </message>
    <message>
        <source>Finish Article</source>
        <translation>完成文章</translation>
    </message>
</context>
<context>
    <name>Questioning</name>
    <message>
        <source>No question is open</source>
        <translation>没有待定的疑问</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Save the annotations of “{0}”?</source>
        <translation>保存“{0}”的标注吗？</translation>
    </message>
    <message>
        <source>They changed after the last save. The article itself is never changed.</source>
        <translation>标注在上次保存后有改动。来文本身从不改动。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Don&apos;t Save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Recover the annotations of “{0}”?</source>
        <translation>恢复“{0}”的标注吗？</translation>
    </message>
    <message>
        <source>Danqian ended unexpectedly; changes up to {0} were kept.</source>
        <translation>丹铅上次意外退出，截至 {0} 的改动已保留。</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Use the Saved Ones</source>
        <translation>用已保存的</translation>
    </message>
    <message>
        <source>Somebody else has saved annotations of “{0}”</source>
        <translation>有人保存了“{0}”的标注</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Merging keeps the marks of both; where they differ, yours stay.</source>
        <translation>没有覆盖任何内容。合并会保留双方的标注；不一致之处以您的为准。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Save Mine Beside</source>
        <translation>另存我的</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save Elsewhere…</source>
        <translation>存到别处…</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>It can keep its contents under another name while yours take its place.</source>
        <translation>可以把它改名保留，由您的标注占用原名。</translation>
    </message>
    <message>
        <source>Keep It under Another Name</source>
        <translation>改名保留</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Recognizing</name>
    <message>
        <source>Recognize Again</source>
        <translation>重新识别</translation>
    </message>
    <message>
        <source>Recognize</source>
        <translation>识别</translation>
    </message>
</context>
<context>
    <name>Relating</name>
    <message>
        <source>The label scheme “{0}” has no relations</source>
        <translation>标签体系“{0}”没有关系</translation>
    </message>
    <message>
        <source>Relate “{0}” to which mark? Select it, then Enter; or click it. Esc cancels.</source>
        <translation>“{0}”与哪个标注有关系？选中它再按 Enter，或点击它；Esc 取消。</translation>
    </message>
    <message>
        <source>No relation leads between {0} and {1}</source>
        <translation>{0} 与 {1} 之间没有可用的关系</translation>
    </message>
    <message>
        <source>Relate</source>
        <translation>建立关系</translation>
    </message>
    <message>
        <source>Remove Relation</source>
        <translation>删除关系</translation>
    </message>
</context>
<context>
    <name>RelationList</name>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>of this mark</source>
        <translation>本标注的</translation>
    </message>
</context>
<context>
    <name>RepairCard</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message numerus="yes">
        <source>Accept all %n “{0}”</source>
        <translation>
            <numerusform>接受全部 %n 处“{0}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all %n of the kind “{0}”</source>
        <translation>
            <numerusform>接受全部 %n 处{0}修复</numerusform>
        </translation>
    </message>
    <message>
        <source>No repair chosen</source>
        <translation>未选中修复</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Proved: damaging it again gives the source</source>
        <translation>正演相符：按同样方式损坏即得来文</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来文</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>正演</translation>
    </message>
</context>
<context>
    <name>RepairFilterRow</name>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>This paragraph</source>
        <translation>本段</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>RepairPanel</name>
    <message>
        <source>In text order</source>
        <translation>全文顺序</translation>
    </message>
    <message>
        <source>All pending</source>
        <translation>全部待定</translation>
    </message>
    <message>
        <source>Each can be reverted</source>
        <translation>可逐条还原</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>已修复</translation>
    </message>
</context>
<context>
    <name>Repairing</name>
    <message>
        <source>Accept Repair</source>
        <translation>接受修复</translation>
    </message>
    <message>
        <source>Reject Repair</source>
        <translation>拒绝修复</translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s) accepted</source>
        <translation>
            <numerusform>已接受 %n 处修复</numerusform>
        </translation>
    </message>
    <message>
        <source>No repair waits</source>
        <translation>没有待定的修复</translation>
    </message>
</context>
<context>
    <name>Repairs</name>
    <message>
        <source>Gloss</source>
        <translation>注音</translation>
    </message>
    <message>
        <source>Straddled gloss</source>
        <translation>错位注音</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>错位</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>断字</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>全半角</translation>
    </message>
    <message>
        <source>Filtered</source>
        <translation>滤失</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>缺字</translation>
    </message>
    <message>
        <source>Doubled</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签残留</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Invisible</source>
        <translation>不可见字符</translation>
    </message>
    <message>
        <source>Line break</source>
        <translation>断行</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工改正</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待定</translation>
    </message>
</context>
<context>
    <name>RepairsSection</name>
    <message>
        <source>Nothing had to be repaired</source>
        <translation>无须修复</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Opened for reading only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Annotations (*.danqian.json)</source>
        <translation>标注文件 (*.danqian.json)</translation>
    </message>
    <message>
        <source>Save Annotations</source>
        <translation>保存标注</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) differ; yours were kept</source>
        <translation>
            <numerusform>有 %n 处标注不一致，已保留您的</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as “{0}”</source>
        <translation>已存为“{0}”</translation>
    </message>
</context>
<context>
    <name>SchemeEditor</name>
    <message>
        <source>Label scheme “{0}”</source>
        <translation>标签体系“{0}”</translation>
    </message>
    <message>
        <source>Label scheme</source>
        <translation>标签体系</translation>
    </message>
    <message>
        <source>Save Scheme</source>
        <translation>保存体系</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Merge {0} into which label?</source>
        <translation>{0} 并入哪个标签？</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Labels of the article</source>
        <translation>全文标签</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>体系</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Annotations follow in the whole folder: {0}</source>
        <translation>整个文件夹的标注随之更改：{0}</translation>
    </message>
    <message>
        <source>Contrast {0} : 1</source>
        <translation>文字对比度 {0} : 1</translation>
    </message>
    <message>
        <source>Contrast {0} : 1, too little to read</source>
        <translation>文字对比度 {0} : 1，太低，看不清</translation>
    </message>
    <message>
        <source>drawn like {0}: only its code tells it apart</source>
        <translation>画法与 {0} 相同，只靠代码区分</translation>
    </message>
    <message>
        <source>never share characters</source>
        <translation>不重叠</translation>
    </message>
    <message>
        <source>may lie inside each other</source>
        <translation>可以嵌套</translation>
    </message>
    <message>
        <source>may overlap freely</source>
        <translation>可以交叉</translation>
    </message>
    <message>
        <source>plum</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>青</translation>
    </message>
    <message>
        <source>ochre</source>
        <translation>赭</translation>
    </message>
    <message>
        <source>name: a tint</source>
        <translation>名称：底色</translation>
    </message>
    <message>
        <source>time: a ruler</source>
        <translation>时间：标尺</translation>
    </message>
    <message>
        <source>figure: an underline</source>
        <translation>数字：下划线</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标注之间</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>标注规范</translation>
    </message>
    <message>
        <source>a Markdown file beside the scheme</source>
        <translation>同一文件夹里的 Markdown 文件</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>1, Shift+1, Alt+Shift+1 …</source>
        <translation>1、Shift+1、Alt+Shift+1……</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>画法</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>可以内含</translation>
    </message>
    <message>
        <source>labels that may lie inside; empty: all, –: none</source>
        <translation>可以在它里面的标签；空着是全部，–是没有</translation>
    </message>
    <message>
        <source>Found as</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>what the recognizer calls it; empty: the same</source>
        <translation>自动识别里的名称；空着就是同名</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>one a line: “role: reporter, official”, “age: number”</source>
        <translation>一行一个：“职务：记者、官员”“年龄：数字”</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>labels; empty: any</source>
        <translation>标签；空着不限</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>单选</translation>
    </message>
    <message>
        <source>several answers</source>
        <translation>可多选</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>In Chinese</source>
        <translation>中文名</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>英文名</translation>
    </message>
</context>
<context>
    <name>SchemeProblems</name>
    <message>
        <source>the file is not TOML: {0}</source>
        <translation>文件不是有效的 TOML：{0}</translation>
    </message>
    <message>
        <source>the file is not UTF-8: save it with that encoding</source>
        <translation>文件不是 UTF-8 编码，请以 UTF-8 保存</translation>
    </message>
    <message>
        <source>“{0}” is missing</source>
        <translation>缺少“{0}”</translation>
    </message>
    <message>
        <source>“{0}” must be words in quotation marks</source>
        <translation>“{0}”须是加引号的文字</translation>
    </message>
    <message>
        <source>“{0}” must be true or false</source>
        <translation>“{0}”须是 true 或 false</translation>
    </message>
    <message>
        <source>“{0}” must be a list of words: [&quot;…&quot;, &quot;…&quot;]</source>
        <translation>“{0}”须是一列文字：[&quot;…&quot;, &quot;…&quot;]</translation>
    </message>
    <message>
        <source>“{0}” must name languages: {{ zh = &quot;…&quot;, en = &quot;…&quot; }}</source>
        <translation>“{0}”须按语言写：{{ zh = &quot;…&quot;, en = &quot;…&quot; }}</translation>
    </message>
    <message>
        <source>“{0}” must be tables that begin with [[{0}]]</source>
        <translation>“{0}”须是以 [[{0}]] 开头的表</translation>
    </message>
    <message>
        <source>“{0}” is no key here; known are {1}</source>
        <translation>这里没有“{0}”这一项；可用的有 {1}</translation>
    </message>
    <message>
        <source>a scheme needs at least one label</source>
        <translation>标签体系至少要有一个标签</translation>
    </message>
    <message>
        <source>“{0}” is “{1}”, which is none of {2}</source>
        <translation>“{0}”写成了“{1}”，只能是 {2} 之一</translation>
    </message>
    <message>
        <source>a name needs letters or digits and no spaces</source>
        <translation>名称须有字母、汉字或数字，不能有空格</translation>
    </message>
    <message>
        <source>the name “{0}” is used twice: give one of them another</source>
        <translation>名称“{0}”用了两次，请改掉一个</translation>
    </message>
    <message>
        <source>the key “{0}” is taken by {1}: choose another</source>
        <translation>键“{0}”已归 {1}，请另选</translation>
    </message>
    <message>
        <source>the key “{0}” can&apos;t be used: take 0 to 9, alone or with Shift, Alt+Shift or Ctrl+Alt</source>
        <translation>键“{0}”不能用：请用 0 至 9，可加 Shift、Alt+Shift 或 Ctrl+Alt</translation>
    </message>
    <message>
        <source>a choice needs its “choices”</source>
        <translation>选择项须写明“choices”</translation>
    </message>
    <message>
        <source>the choice “{0}” stands there twice</source>
        <translation>选项“{0}”写了两次</translation>
    </message>
    <message>
        <source>“{0}” names the label “{1}”, which the scheme lacks</source>
        <translation>“{0}”里的标签“{1}”不在体系中</translation>
    </message>
    <message>
        <source>what the recognizer finds as {0} already comes as {1}</source>
        <translation>自动识别的 {0} 已归入 {1}</translation>
    </message>
    <message>
        <source>“{0}” must be the name of a file beside the scheme</source>
        <translation>“{0}”须是与体系文件同一文件夹里的文件名</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>第 {0} 行</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>另有 {0} 处</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>Scheming</name>
    <message>
        <source>Kept in {0}; every article of the folder “{1}” follows it.</source>
        <translation>存在 {0}；文件夹“{1}”里的文章都用它。</translation>
    </message>
    <message numerus="yes">
        <source>Scheme saved; %n file(s) of annotations followed</source>
        <translation>
            <numerusform>体系已保存；%n 个标注文件随之更改</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>疑问</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>修复</translation>
    </message>
</context>
<context>
    <name>SettledPage</name>
    <message>
        <source>Ask Again</source>
        <translation>重新提出疑问</translation>
    </message>
    <message>
        <source>Settled Questions</source>
        <translation>已定的疑问</translation>
    </message>
</context>
<context>
    <name>SettledTable</name>
    <message>
        <source>Question</source>
        <translation>疑问</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>所指文字</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Holds for</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>By</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>The whole folder</source>
        <translation>整个文件夹</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>Opened for reading only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Settle Question</source>
        <translation>了结疑问</translation>
    </message>
    <message>
        <source>Ask Again</source>
        <translation>重新提出疑问</translation>
    </message>
    <message>
        <source>Asked again in the articles that raise it</source>
        <translation>提出它的各篇会再问</translation>
    </message>
    <message>
        <source>No question is selected: F4 goes to the next</source>
        <translation>未选中疑问：按 F4 到下一处</translation>
    </message>
    <message>
        <source>Note on the Question</source>
        <translation>疑问备注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>SettlingPage</name>
    <message numerus="yes">
        <source>%n difference(s) open</source>
        <translation>
            <numerusform>待定 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Result: {0}</source>
        <translation>结果：{0}</translation>
    </message>
    <message>
        <source>Settle Differences</source>
        <translation>裁定分歧</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>取左</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>取右</translation>
    </message>
    <message>
        <source>Both of Them</source>
        <translation>两者都取</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>都不取</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Articles with differences</source>
        <translation>有分歧的文章</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>分歧</translation>
    </message>
</context>
<context>
    <name>Shaping</name>
    <message>
        <source>Move Edge</source>
        <translation>移动边界</translation>
    </message>
    <message>
        <source>Put the caret inside a mark (Esc, then the arrows), or select some of its words</source>
        <translation>请把光标放到标注中间（Esc 后按方向键），或选中其中几个字</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>No further mark in this paragraph</source>
        <translation>本段后面没有标注了</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>First select a mark, then (after Esc) the words that belong to it</source>
        <translation>请先选中一个标注，再（Esc 后）选中属于它的文字</translation>
    </message>
    <message>
        <source>Add Piece</source>
        <translation>并入文字</translation>
    </message>
    <message>
        <source>No mark has lost its place</source>
        <translation>没有失去位置的标注</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) have no place: select the words where one belongs</source>
        <translation>
            <numerusform>%n 处标注失去位置：请选中其中一处应在的文字</numerusform>
        </translation>
    </message>
    <message>
        <source>Put Back</source>
        <translation>放回</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Digits, Enter, Delete and arrows act while the article has the focus (F6).</source>
        <translation>数字键、Enter、Delete 和方向键在焦点位于文章时有效（F6 切换窗格）。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SpecPage</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>并入…</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
</context>
<context>
    <name>Spreading</name>
    <message>
        <source>No name of this article has been decided on yet</source>
        <translation>本篇还没有处理过任何名称</translation>
    </message>
    <message>
        <source>not {0}</source>
        <translation>不是{0}</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Danqian can&apos;t start: a part of it is missing or damaged. Your articles and annotations are safe.</source>
        <translation>丹铅无法启动：有部分文件缺失或损坏。您的稿件和标注没有受到影响。</translation>
    </message>
    <message>
        <source>Please install Danqian again. What went wrong: {0}</source>
        <translation>请重新安装丹铅。错误信息：{0}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>No article has been opened yet</source>
        <translation>还没有打开过文章</translation>
    </message>
    <message>
        <source>Drop an article or a folder here</source>
        <translation>把文章或文件夹拖到这里</translation>
    </message>
    <message>
        <source>The article is never changed; marks are saved beside it; nothing goes online</source>
        <translation>来文只读不改；标注存在它旁边；不联网</translation>
    </message>
    <message>
        <source>Open an article</source>
        <translation>打开文章</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>图片…</translation>
    </message>
</context>
<context>
    <name>StatusRow</name>
    <message>
        <source>Simp.</source>
        <translation>简</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Trad.</source>
        <translation>繁</translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation>繁体</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Source text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>No article open</source>
        <translation>未打开文章</translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation>{0} 字</translation>
    </message>
    <message>
        <source>Marking…</source>
        <translation>正在标注…</translation>
    </message>
    <message>
        <source>Marks {0}</source>
        <translation>标注 {0}</translation>
    </message>
    <message>
        <source>Unreviewed {0}</source>
        <translation>未审 {0}</translation>
    </message>
    <message>
        <source>Reviewed {0} / {1}</source>
        <translation>已审 {0} / {1}</translation>
    </message>
    <message>
        <source>Annotator {0}</source>
        <translation>标注者 {0}</translation>
    </message>
    <message>
        <source>Source {0} characters</source>
        <translation>来文 {0} 字符</translation>
    </message>
    <message>
        <source>Repaired {0} characters</source>
        <translation>修复后 {0} 字</translation>
    </message>
    <message>
        <source>Repairs {0}</source>
        <translation>已修复 {0}</translation>
    </message>
    <message>
        <source>Pending {0}</source>
        <translation>待定 {0}</translation>
    </message>
</context>
<context>
    <name>Stepping</name>
    <message>
        <source>That was the last article</source>
        <translation>已是最后一篇</translation>
    </message>
    <message>
        <source>That was the first article</source>
        <translation>已是第一篇</translation>
    </message>
    <message>
        <source>Every article listed is finished</source>
        <translation>列出的文章都已完成</translation>
    </message>
    <message>
        <source>The article has changed: “{0}” is no longer there</source>
        <translation>文章已改动，“{0}”已不在原处</translation>
    </message>
    <message>
        <source>No articles in “{0}”</source>
        <translation>“{0}”中没有文章</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>Copy for a Spreadsheet</source>
        <translation>复制到表格软件</translation>
    </message>
    <message>
        <source>Narrow to words</source>
        <translation>按词筛选</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>Tabulating</name>
    <message>
        <source>published</source>
        <translation>发布</translation>
    </message>
</context>
<context>
    <name>TimesSection</name>
    <message>
        <source>published</source>
        <translation>发布</translation>
    </message>
</context>
<context>
    <name>TopRow</name>
    <message>
        <source>Read</source>
        <translation>校读</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Unreviewed</source>
        <translation>未审</translation>
    </message>
</context>
<context>
    <name>TotalsRow</name>
    <message>
        <source>Questions {0}</source>
        <translation>{0} 处疑问</translation>
    </message>
    <message>
        <source>Names {0}</source>
        <translation>{0} 个名称</translation>
    </message>
    <message>
        <source>Figures {0}</source>
        <translation>{0} 个数字</translation>
    </message>
    <message>
        <source>Errors per 10,000 characters: {0}</source>
        <translation>每万字差错 {0}</translation>
    </message>
    <message>
        <source> ({0} if all questions are mistakes)</source>
        <translation>（若疑问皆为差错，{0}）</translation>
    </message>
    <message>
        <source>Counted as the quality rules for newspapers and periodicals count errors (报纸编校差错率计算方法, annex of 报纸期刊质量管理规定, 2020): a wrong fact, word or figure 1, numerals and signs 0.1, twice as much in titles and for names and dates, the same mistake three times at most. Only what you have called a mistake counts.</source>
        <translation>按《报纸期刊质量管理规定》（2020）附件《报纸编校差错率计算方法》：事实、文字、数字差错每处计 1，数字用法和标点计 0.1，标题以及人名、地名、时间加倍，同一差错最多计三次。只有定为差错的才计入。</translation>
    </message>
    <message>
        <source>Characters {0}</source>
        <translation>{0} 字</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>As it came</source>
        <translation>来文</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>校读文本</translation>
    </message>
    <message>
        <source>Compare with Another Article</source>
        <translation>与另一篇对比</translation>
    </message>
    <message>
        <source>This article is too long to compare</source>
        <translation>文章太长，无法对比</translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message>
        <source>Previous Difference</source>
        <translation>上一处不同</translation>
    </message>
    <message>
        <source>Next Difference</source>
        <translation>下一处不同</translation>
    </message>
    <message>
        <source>Both texts, paragraph by paragraph</source>
        <translation>两篇文字，逐段对照</translation>
    </message>
    <message>
        <source>Difference %1 of %2</source>
        <translation>第 %1 处不同，共 %2 处</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>没有不同</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>_Header</name>
    <message>
        <source>Amount</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>所指</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>处</translation>
    </message>
</context>
</TS>
