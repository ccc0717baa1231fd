"""MK83x: translations."""

from modulekit.codes.code import error

TRANSLATION = (
    error(
        "MK831",
        "Not an entry of a PO file",
        "A PO file that cannot be read as a whole is not read at all: half of its translations would be lost when it "
        "is written again.",
        'msgid "Opening"\nmsgstr "Открытие',
        'msgid "Opening"\nmsgstr "Открытие"',
    ),
    error(
        "MK832",
        "A PO file without a proper header",
        "The header says how the file is encoded. Without it, programs for translators guess, and Cyrillic turns into "
        "question marks.",
        'msgid "Opening"\nmsgstr "Открытие"',
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Opening"\nmsgstr "Открытие"',
    ),
    error(
        "MK833",
        "A PO file of another language",
        "The name of a file says the language of its translations. A Kazakh file under a Russian name would put Kazakh "
        "sentences into the Russian handout.",
        'locale/ru.po with the header "Language: kk\\n"',
        'locale/kk.po with the header "Language: kk\\n"',
    ),
    error(
        "MK834",
        "A text stands twice in a PO file",
        "Two entries with the same context and the same source can hold two translations, and nobody knows which one "
        "is meant.",
        'msgctxt "module/title"\nmsgid "Opening"\nmsgstr "Открытие"\n\nmsgctxt "module/title"\nmsgid "Opening"\n'
        'msgstr "Начало"',
        'msgctxt "module/title"\nmsgid "Opening"\nmsgstr "Открытие"',
    ),
    error(
        "MK835",
        "A language that nobody knows",
        "Languages are named as everywhere on the web: ru, kk, kk-Latn. From the name follow plural forms, hyphenation "
        "and the order of the alphabet.",
        "modulekit translate extract --language russian",
        "modulekit translate extract --language ru",
    ),
)
