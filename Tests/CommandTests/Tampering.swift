import Testing

/// What somebody did to the folder of reports behind the program's back.
struct Tampering: Sendable, CustomTestStringConvertible {
    let name: String
    /// Shell text, run in the office's folder; `$P` is the folder of the period.
    let command: String
    /// What `verify` says of it.
    let said: [String]

    init(_ name: String, _ command: String, _ said: String...) {
        self.name = name
        self.command = command
        self.said = said
    }

    var testDescription: String { name }

    private static let package = "reports/2026-10/xuat/2026-10-lan-1"

    /// Puts the ledger and its head of an earlier time in the place of those that stand there.
    private static func rollBack(to folder: String) -> String {
        "rm -f reports/ledger.sqlite* && cp \(folder)/ledger.sqlite* \(folder)/ledger.head reports"
    }

    private static func sqlite(_ statements: String) -> String {
        #"""
        python3 - <<'END'
        import sqlite3
        database = sqlite3.connect("reports/ledger.sqlite")
        for (name,) in list(database.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")):
            database.execute(f'DROP TRIGGER "{name}"')
        database.executescript("""\#(statements)""")
        database.commit()
        END
        """#
    }

    static let ofEditions = [
        Tampering(
            "a byte of an edition", "printf x | dd of=$P/lan-1/don-doc.txt bs=1 conv=notrunc", "lan-1/don-doc.txt"),
        Tampering(
            "an edition's workbook cut short", "truncate -s 100 $P/lan-1/tong-hop-2026-10.xlsx", "tong-hop-2026-10.xlsx"
        ),
        Tampering("a file of an edition removed", "rm $P/lan-1/manifest.json", "bị mất", "lan-1/manifest.json"),
        Tampering("a return of an edition removed", "rm -r $P/lan-1/phieu-phan-hoi", "bị mất", "phieu-phan-hoi/"),
        Tampering("the newest edition removed", "rm -r $P/lan-1", "bị mất", "2026-10/lan-1"),
        Tampering("a file put into an edition", "cp $P/lan-1/don-doc.txt $P/lan-1/don-doc-2.txt", "don-doc-2.txt"),
        Tampering("a folder put into an edition", "mkdir $P/lan-1/khac", "lan-1/khac"),
        Tampering("a hidden file put into an edition", "touch $P/lan-1/phieu-phan-hoi/.x", "phieu-phan-hoi/.x"),
        Tampering(
            "a file of an edition exchanged for a link to the same bytes",
            "mv $P/lan-1/don-doc.txt x && ln -s ../../../x $P/lan-1/don-doc.txt", "lan-1/don-doc.txt"),
        Tampering(
            "two files of an edition exchanged",
            "cd $P/lan-1; mv don-doc.txt x; mv tinh-hinh-gui.txt don-doc.txt; mv x tinh-hinh-gui.txt",
            "lan-1/don-doc.txt", "lan-1/tinh-hinh-gui.txt"),
        Tampering("a forged edition", "cp -r $P/lan-1 $P/lan-2", "2026-10/lan-2", "không có trong sổ"),
        Tampering(
            "a forged edition of another month", "mkdir reports/2026-08; cp -r $P/lan-1 reports/2026-08",
            "2026-08/lan-1"),
        Tampering("a forged edition under another spelling", "cp -r $P/lan-1 $P/lan-01", "2026-10/lan-01"),
    ]

    static let ofPackages = [
        Tampering(
            "a byte of the newest package", "printf x >>\(package)-public/so-lieu-2026-10-public.csv",
            "so-lieu-2026-10-public.csv"),
        Tampering("the newest package's zip", "printf x >>\(package)-public.zip", "lan-1-public.zip"),
        Tampering(
            "an earlier package changed", "printf x >>\(package)-partners/manifest.json", "partners/manifest.json"),
        Tampering("the newest package removed", "rm -r \(package)-public*", "bị mất", "2026-10-lan-1-public"),
        Tampering(
            "the folder of a package removed, not its zip", "rm -r \(package)-partners", "bị mất", "lan-1-partners"),
        Tampering("the zip of a package removed", "rm \(package)-partners.zip", "bị mất", "lan-1-partners.zip"),
        Tampering(
            "sums of a package written anew",
            "cd \(package)-public; printf x >>manifest.json; sha256sum $(find * -type f ! -name SHA256SUMS) >SHA256SUMS",
            "public/SHA256SUMS",
            "public/manifest.json"),
        Tampering("a file put into a package", "echo 1 >\(package)-public/chi-tiet.csv", "chi-tiet.csv"),
        Tampering("a file put among the packages", "echo 1 >$P/xuat/chi-tiet.csv", "xuat/chi-tiet.csv"),
        Tampering(
            "a forged package for an audience that was given none", "cp -r \(package)-public \(package)-leadership",
            "lan-1-leadership"),
        Tampering(
            "a forged package of an edition that there is not", "cp -r \(package)-public $P/xuat/2026-10-lan-2-public",
            "lan-2-public"),
        Tampering("a forged package for nobody", "cp -r \(package)-public \(package)-press", "lan-1-press"),
        Tampering(
            "the packages of two audiences exchanged",
            "mv \(package)-public x; mv \(package)-partners \(package)-public; mv x \(package)-partners",
            "lan-1-public/", "lan-1-partners/"),
        Tampering(
            "a package exchanged for a link", "mv \(package)-public x; ln -s ../../../x \(package)-public",
            "lan-1-public"),
    ]

    static let ofDrafts = [
        Tampering(
            "a byte of the draft", "printf x >>$P/du-thao/tong-hop-2026-10.txt", "du-thao/tong-hop-2026-10.txt",
            "bị sửa"),
        Tampering(
            "a figure of the draft", "sed -i '2s/,16,/,17,/' $P/du-thao/so-lieu-2026-10.csv",
            "du-thao/so-lieu-2026-10.csv"),
        Tampering("a file of the draft removed", "rm $P/du-thao/don-doc.txt", "du-thao/don-doc.txt", "bị mất"),
        Tampering("the draft removed", "rm -r $P/du-thao", "2026-10/du-thao", "bị mất"),
        Tampering("a file put into the draft", "echo 1 >$P/du-thao/ghi-chu.txt", "du-thao/ghi-chu.txt"),
        Tampering(
            "the draft changed, and its record removed", "rm $P/.du-thao.json; printf x >>$P/du-thao/don-doc.txt",
            "du-thao/don-doc.txt"),
        Tampering(
            "the draft put where another month's would stand",
            "mkdir reports/2026-12; cp -r $P/du-thao reports/2026-12",
            "2026-12/du-thao"),
        Tampering(
            "the draft and its record put where another month's would stand",
            "mkdir reports/2026-12; cp -r $P/du-thao $P/.du-thao.json reports/2026-12", "2026-12/du-thao"),
        Tampering("a pipe put into the draft", "mkfifo $P/du-thao/ong", "du-thao/ong"),
        Tampering(
            "a link that leads nowhere put into the draft", "ln -s khong-co $P/du-thao/lien-ket", "du-thao/lien-ket"),
        Tampering(
            "the draft changed together with its record and its manifest",
            """
            python3 - <<'END'
            import hashlib, json, os
            folder = "reports/2026-10/du-thao"
            def digest(name): return hashlib.sha256(open(f"{folder}/{name}", "rb").read()).hexdigest()
            with open(f"{folder}/don-doc.txt", "a") as file: file.write("x")
            manifest = json.load(open(f"{folder}/manifest.json"))
            for file in manifest["files"]:
                file["sha256"] = digest(file["name"]); file["size"] = os.path.getsize(f"{folder}/{file['name']}")
            json.dump(manifest, open(f"{folder}/manifest.json", "w"))
            record = json.load(open("reports/2026-10/.du-thao.json"))
            names = record["digests"]
            record["digests"] = {name: digest(name) for name in names}
            lines = "".join(f"{name} {digest(name)}\\n" for name in sorted(names))
            record["files"] = hashlib.sha256(lines.encode()).hexdigest()
            json.dump(record, open("reports/2026-10/.du-thao.json", "w"))
            END
            """, "du-thao/don-doc.txt"),
    ]

    static let ofLedger = [
        Tampering(
            "ledger and head of before the edition", rollBack(to: "before-issue"), "2026-10/lan-1",
            "xuat/2026-10-lan-1-public"),
        Tampering(
            "ledger and head of before the packages", rollBack(to: "before-export"), "2026-10-lan-1-public",
            "2026-10-lan-1-partners"),
        Tampering(
            "the ledger alone of before the packages",
            "rm -f reports/ledger.sqlite*; cp before-export/ledger.sqlite* reports", "ledger.head"),
        Tampering("the head alone of before the packages", "cp before-export/ledger.head reports", "ledger.head"),
        Tampering("ledger and head removed", "rm reports/ledger.*", "2026-10/lan-1", "xuat/2026-10-lan-1-public"),
        Tampering(
            "a file of the archive cut short",
            "for f in $(find reports/archive -name '*.lz4' | sort | head -n 1); do truncate -s 20 $f; done",
            "reports/archive/"),
        Tampering(
            "a file of the archive removed", "rm $(find reports/archive -name '*.lz4' | sort | tail -n 1)",
            "reports/archive/"),
        Tampering(
            "a tally", sqlite("UPDATE tally SET sum = sum + 1000 WHERE n = 0"), "mục "),
        Tampering(
            "the audience of a release", sqlite("UPDATE release SET audience = 'leadership' WHERE audience = 'public'"),
            "release"),
        Tampering(
            "the last entry with its rows",
            sqlite(
                "DELETE FROM release_file WHERE release = (SELECT max(seq) FROM entry); DELETE FROM release WHERE entry = (SELECT max(seq) FROM entry); DELETE FROM blob WHERE entry = (SELECT max(seq) FROM entry); DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)"
            ), "ledger.head"),
    ]

    static let ofDays = [
        Tampering(
            "a byte of a day's page", "for f in reports/trang-ngay/*.txt; do printf x >>$f; done", "trang-ngay/",
            "bị sửa"),
        Tampering("a day's page removed", "rm reports/trang-ngay/*.txt", "trang-ngay/", "bị mất"),
        Tampering(
            "the page of what is to be done", "printf x >>reports/viec-can-lam.txt", "viec-can-lam.txt", "bị sửa"),
        Tampering(
            "the page of what is to be done removed", "rm reports/viec-can-lam.txt", "viec-can-lam.txt", "bị mất"),
        Tampering(
            "a page of another day put among them", "cp reports/viec-can-lam.txt reports/trang-ngay/2026-01-02.txt",
            "trang-ngay/2026-01-02.txt"),
        Tampering(
            "a day's page exchanged for a link",
            "cd reports/trang-ngay; for f in *.txt; do mv $f ../../x-$f; ln -s ../../x-$f $f; done", "trang-ngay/"),
        Tampering("what the pages' runs noted removed", "rm reports/.viec-can-lam.json", ".viec-can-lam.json"),
        Tampering("the decisions to be taken", "printf x >>$P/du-thao/viec-can-quyet.csv", "viec-can-quyet.csv"),
    ]

    /// Rewrites the pages of the days by Python over `text`, and the note beside them with their digests.
    private static func withNote(_ python: String) -> String {
        """
        python3 - <<'END'
        import glob, hashlib, json, os, re
        note = json.load(open("reports/.viec-can-lam.json"))
        for name in sorted(glob.glob("reports/trang-ngay/*.txt")):
            text = open(name).read()
            \(python)
            open(name, "w").write(text)
            note["pages"][name.removeprefix("reports/")] = hashlib.sha256(text.encode()).hexdigest()
        json.dump(note, open("reports/.viec-can-lam.json", "w"))
        END
        """
    }

    static let ofDaysWithTheirNote = [
        Tampering(
            "what became of a file",
            withNote(#"text = re.sub("đã\s+tiếp\s+nhận", "chưa tiếp nhận, đề nghị gửi lại", text, count=1)"#),
            "trang-ngay/2026-10-17.txt", "bị sửa"),
        Tampering(
            "the name of a file", withNote(#"text = text.replace("CA-03-an.csv", "CA-05-vu.csv", 1)"#),
            "trang-ngay/2026-10-17.txt"),
        Tampering("an entry struck out", withNote(#"text = re.sub("- 09:00 mục 1:[^-]*", "", text)"#), "trang-ngay/"),
        Tampering(
            "an entry that there is not",
            withNote(
                #"text = text.replace("\n\nMã", "\n- 16:00 mục 99: phát hành kỳ 2026-10, bản lần 2\n\nMã")"#),
            "trang-ngay/"),
        Tampering(
            "the check code of a page",
            withNote(#"text = re.sub("[0-9a-f]{4}(-[0-9a-f]{4}){3}", "0000-1111-2222-3333", text)"#),
            "trang-ngay/"),
        Tampering(
            "a page taken away",
            withNote(
                """
                os.remove(name); del note["pages"][name.removeprefix("reports/")]; continue
                """), "trang-ngay/2026-10-17.txt", "bị mất"),
    ]

    static let ofFolders = [
        Tampering("a file put beside the periods", "echo 1 >reports/tong-hop.txt", "“reports/tong-hop.txt”"),
        Tampering("a folder put beside the periods", "cp -r $P/lan-1 reports/bao-cao-moi", "“reports/bao-cao-moi”"),
        Tampering("an empty folder beside the periods", "mkdir reports/moi", "“reports/moi”"),
        Tampering("a hidden file beside the periods", "echo 1 >reports/.an", "“reports/.an”"),
        Tampering("a link beside the periods", "ln -s /etc reports/lien-ket", "“reports/lien-ket”"),
        Tampering("a period that is a file", "echo 1 >reports/2026-11", "“reports/2026-11”"),
        Tampering("a period spelled otherwise", "cp -r $P reports/2026-1", "“reports/2026-1”"),
        Tampering(
            "a workbook in the period's folder", "cp $P/lan-1/*.xlsx $P", "“reports/2026-10/tong-hop-2026-10.xlsx”"),
        Tampering("a folder in the period's folder", "cp -r $P/lan-1 $P/ban-chinh-thuc", "2026-10/ban-chinh-thuc"),
        Tampering("a draft of another name", "cp -r $P/du-thao $P/.du-thao-2", "2026-10/.du-thao-2"),
        Tampering("a name like one of what is made unseen", "mkdir $P/.dang-lam-x", ".dang-lam-x"),
        Tampering("a file in the archive", "echo 1 >reports/archive/ghi-chu.txt", "archive/ghi-chu.txt"),
        Tampering(
            "a file among the archive's own", "echo 1 >$(ls -d reports/archive/?? | head -n 1)/x.lz4", "/x.lz4"),
    ]

    /// Names that are let pass where they are what they seem, and are no cover for anything else.
    static let ofCovers = [
        Tampering(
            "an edition removed and called unfinished",
            "rm -r $P/lan-1; echo 2026-10/lan-1 >reports/.tonghop.dang-dua-ra", "bị mất", "2026-10/lan-1"),
        Tampering(
            "samples where there are no sources", "mkdir reports/mau; cp -r $P/lan-1 reports/mau", "“reports/mau”"),
        Tampering(
            "a set among what is kept aside", "mkdir $P/de-rieng; cp -r $P/lan-1 $P/de-rieng/lan-2", "de-rieng/lan-2"),
        Tampering("a workbook called a log", "cp $P/lan-1/tong-hop-2026-10.xlsx reports/x.log", "“reports/x.log”"),
        Tampering("a folder called a log", "cp -r $P/lan-1 reports/x.log.1", "“reports/x.log.1”"),
        Tampering("a folder called as a system's file", "cp -r $P/lan-1 reports/Thumbs.db", "“reports/Thumbs.db”"),
        Tampering(
            "a workbook called an editor's note", "cp $P/lan-1/tong-hop-2026-10.xlsx $P/'~$tong-hop.xlsx'",
            "~$tong-hop.xlsx"),
        Tampering("a file called a system's folder", "cp $P/lan-1/*.docx reports/lost+found", "lost+found"),
        Tampering("a folder called a note", "mkdir reports/.tonghop.backup", ".tonghop.backup"),
        Tampering("the archive as a link", "mv reports/archive x; ln -s ../x reports/archive", "“reports/archive”"),
        Tampering(
            "the ledger as a link", "mv reports/ledger.sqlite x; ln -s ../x reports/ledger.sqlite",
            "“reports/ledger.sqlite”"),
        Tampering("the head as a link", "mv reports/ledger.head x; ln -s ../x reports/ledger.head", "ledger.head"),
        Tampering(
            "a file of the archive as a link",
            #"f=$(find reports/archive -name '*.lz4' | head -n 1); mv $f x; ln -s "$PWD/x" $f"#,
            "reports/archive/"),
        Tampering(
            "the record of a draft of another ledger",
            #"sed -i -E 's/"head":"[0-9a-f]{8}/"head":"00000000/' $P/.du-thao.json"#,
            "2026-10/du-thao"),
    ]

    static let ofRights = [
        Tampering("reports for everybody to write", "chmod 777 reports", "“reports”: người khác"),
        Tampering("all of it for everybody to write", "chmod -R 777 reports", "người khác", "mục khác"),
        Tampering("a ledger for everybody to write", "chmod 666 reports/ledger.sqlite", "“reports/ledger.sqlite”"),
        Tampering("an edition for the group to write", "chmod g+w $P/lan-1/don-doc.txt", "lan-1/don-doc.txt"),
    ]

    static let ofHeader = [
        Tampering("the ledger's application_id", sqlite("PRAGMA application_id = 7"), "application_id"),
        Tampering("the ledger's user_version", sqlite("PRAGMA user_version = 7"), "user_version"),
    ]

    static let all =
        ofEditions + ofPackages + ofDrafts + ofLedger + ofDays + ofDaysWithTheirNote + ofFolders
        + ofCovers + ofRights + ofHeader
}
