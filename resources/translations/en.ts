<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Articles</name>
    <message numerus="yes">
        <source>%n place(s) could not be decoded</source>
        <translation>
            <numerusform>%n place could not be decoded</numerusform>
            <numerusform>%n places could not be decoded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) lost their place when the article changed: see the menu Mark</source>
        <translation>
            <numerusform>%n mark lost its place when the article changed: see the menu Mark</numerusform>
            <numerusform>%n marks lost their place when the article changed: see the menu Mark</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One article at a time: %n more are under File → Recent Articles</source>
        <translation>
            <numerusform>One article at a time: %n more is under File → Recent Articles</numerusform>
            <numerusform>One article at a time: %n more are under File → Recent Articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message numerus="yes">
        <source>It takes two annotators with sidecars in this folder; there are %n</source>
        <translation>
            <numerusform>It takes two annotators with sidecars in this folder; there is %n</numerusform>
            <numerusform>It takes two annotators with sidecars in this folder; there are %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionChoice</name>
    <message numerus="yes">
        <source>Apply to %n place(s)</source>
        <translation>
            <numerusform>Apply to %n place</numerusform>
            <numerusform>Apply to %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Everywhere</name>
    <message numerus="yes">
        <source>%n place(s) changed</source>
        <translation>
            <numerusform>%n place changed</numerusform>
            <numerusform>%n places changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) changed back</source>
        <translation>
            <numerusform>%n article changed back</numerusform>
            <numerusform>%n articles changed back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) were no longer there</source>
        <translation>
            <numerusform>%n place was no longer there</numerusform>
            <numerusform>%n places were no longer there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) left as they are</source>
        <translation>
            <numerusform>%n article left as it is</numerusform>
            <numerusform>%n articles left as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchanging</name>
    <message numerus="yes">
        <source>%n article(s) exported to {0}</source>
        <translation>
            <numerusform>%n article exported to {0}</numerusform>
            <numerusform>%n articles exported to {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) imported into {0}</source>
        <translation>
            <numerusform>%n article imported into {0}</numerusform>
            <numerusform>%n articles imported into {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilesPanel</name>
    <message numerus="yes">
        <source>%n mark(s) to review</source>
        <translation>
            <numerusform>%n mark to review</numerusform>
            <numerusform>%n marks to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitActs</name>
    <message numerus="yes">
        <source>Relabel %n mark(s)</source>
        <translation>
            <numerusform>Relabel %n mark</numerusform>
            <numerusform>Relabel %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n place(s)</source>
        <translation>
            <numerusform>Mark %n place</numerusform>
            <numerusform>Mark %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n mark(s)</source>
        <translation>
            <numerusform>Accept %n mark</numerusform>
            <numerusform>Accept %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n mark(s)</source>
        <translation>
            <numerusform>Reject %n mark</numerusform>
            <numerusform>Reject %n marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LearningPage</name>
    <message numerus="yes">
        <source>Learnt from %n sentence(s)</source>
        <translation>
            <numerusform>Learnt from %n sentence</numerusform>
            <numerusform>Learnt from %n sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>F1 is that on %n other(s), which were held back</source>
        <translation>
            <numerusform>F1 is that on %n other, which was held back</numerusform>
            <numerusform>F1 is that on %n others, which were held back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message numerus="yes">
        <source>%n other place(s) changed</source>
        <translation>
            <numerusform>%n other place changed</numerusform>
            <numerusform>%n other places changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) accepted</source>
        <translation>
            <numerusform>%n mark accepted</numerusform>
            <numerusform>%n marks accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other place(s) with these words wait: Mark All Occurrences Alike</source>
        <translation>
            <numerusform>%n other place with these words waits: Mark All Occurrences Alike</numerusform>
            <numerusform>%n other places with these words wait: Mark All Occurrences Alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Neighboring</name>
    <message numerus="yes">
        <source>Compared with %n annotated article(s)</source>
        <translation>
            <numerusform>Compared with %n annotated article</numerusform>
            <numerusform>Compared with %n annotated articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new question(s)</source>
        <translation>
            <numerusform>%n new question</numerusform>
            <numerusform>%n new questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preannotating</name>
    <message numerus="yes">
        <source>%n article(s) annotated</source>
        <translation>
            <numerusform>%n article annotated</numerusform>
            <numerusform>%n articles annotated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be: {0}</source>
        <translation>
            <numerusform>%n could not be: {0}</numerusform>
            <numerusform>%n could not be: {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepairCard</name>
    <message numerus="yes">
        <source>Accept all %n “{0}”</source>
        <translation>
            <numerusform>Accept all %n “{0}”</numerusform>
            <numerusform>Accept all %n “{0}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all %n of the kind “{0}”</source>
        <translation>
            <numerusform>Accept all %n of the kind “{0}”</numerusform>
            <numerusform>Accept all %n of the kind “{0}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Repairing</name>
    <message numerus="yes">
        <source>%n repair(s) accepted</source>
        <translation>
            <numerusform>%n repair accepted</numerusform>
            <numerusform>%n repairs accepted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>%n mark(s) differ; yours were kept</source>
        <translation>
            <numerusform>%n mark differs; yours was kept</numerusform>
            <numerusform>%n marks differ; yours were kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scheming</name>
    <message numerus="yes">
        <source>Scheme saved; %n file(s) of annotations followed</source>
        <translation>
            <numerusform>Scheme saved; %n file of annotations followed</numerusform>
            <numerusform>Scheme saved; %n files of annotations followed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettlingPage</name>
    <message numerus="yes">
        <source>%n difference(s) open</source>
        <translation>
            <numerusform>%n difference open</numerusform>
            <numerusform>%n differences open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shaping</name>
    <message numerus="yes">
        <source>%n mark(s) have no place: select the words where one belongs</source>
        <translation>
            <numerusform>%n mark has no place: select the words where it belongs</numerusform>
            <numerusform>%n marks have no place: select the words where one belongs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Spreading</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
</TS>
