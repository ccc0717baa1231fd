"""MK95x and MK97x: packages that were received."""

from modulekit.codes.code import error

PACKAGES = (
    error(
        "MK951",
        "Not a package",
        "A package is a folder, or a zip with one folder in it, that holds bagit.txt, the lists of its files and the "
        "folder data/. Nothing in it is fetched from the network.",
        "modulekit verify holiday.zip",
        "modulekit verify mangystau-centre-1.2.0.zip",
    ),
    error(
        "MK952",
        "A name that is dangerous to unpack",
        "A path that leads out of its folder, or that some computer takes for a device or for another name, would be "
        "written where nobody looks for it. A package made by ModuleKit holds no such name.",
        "data/../../autostart.cmd",
        "data/participants/handout.pdf",
    ),
    error(
        "MK953",
        "Something that is not a plain file",
        "Links lead to other files, devices are no files at all, and what is encrypted cannot be checked. A package "
        "holds plain files and folders only.",
        "data/handout.pdf → /etc/passwd",
        "data/handout.pdf",
    ),
    error(
        "MK954",
        "Two names that are one on some computer",
        "Windows takes Guide.pdf and guide.pdf for one file. Which of the two somebody sees would depend on the "
        "computer.",
        "data/guide.pdf and data/Guide.pdf",
        "data/guide.pdf",
    ),
    error(
        "MK955",
        "Larger than any package",
        "What would fill a disk when it is unpacked is not unpacked to be looked at. Limits hold for the number of "
        "files, their size, how far they are compressed, and how deep folders lie.",
        "a zip of 40 KB that unpacks to 4 GB",
        "a zip of 8 MB that unpacks to 9 MB",
    ),
    error(
        "MK956",
        "A zip that says two things",
        "A zip names every file twice, and programs differ in which they believe. Where both do not agree, where files "
        "overlap, or where something stands between them, two people would unpack two different packages.",
        "guide.pdf in the contents of the zip, guide.exe before the file itself",
        "guide.pdf in both places",
    ),
    error(
        "MK957",
        "A list of files that cannot be relied on",
        "Each line of a manifest is a digest, two spaces and a path; each file stands in it once. The SHA-256 and the "
        "SHA-512 manifests list the same files, and bag-info.txt counts them.",
        "the same path on two lines of manifest-sha256.txt",
        "each path on one line",
    ),
    error(
        "MK958",
        "A file is missing",
        "The lists of the package name a file that is not there: it was lost, removed or renamed on the way.",
        "data/trainers/guide.pdf in manifest-sha256.txt alone",
        "data/trainers/guide.pdf in manifest-sha256.txt and in the package",
    ),
    error(
        "MK959",
        "A file was altered",
        "The digest of the file is not the one that the sender wrote down: it was damaged on the way, or somebody "
        "changed it.",
        "one figure changed in data/participants/handout.docx",
        "a package as it was sent",
    ),
    error(
        "MK960",
        "A file was added",
        "No list of the package names this file, so the sender did not put it there.",
        "data/readme.exe in the package, and in no manifest",
        "a package as it was sent",
    ),
    error(
        "MK971",
        "Not signed by anybody on the list",
        "A package can be complete and still not be from who it seems. Where a list of trusted keys is given, the "
        "package must carry a signature by one of them, made for exactly these files.",
        "a package without tagmanifest-sha256.txt.sig, or signed by a key that is not on the list",
        "modulekit verify PACKAGE --allowed-signers academy.signers, and the academy's key is in that file",
    ),
)
