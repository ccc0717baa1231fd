"""MK83x: translations."""

from modulekit.codes.code import error, warning

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
    error(
        "MK836",
        "A text is not translated",
        "Under the policy `strict` a text that has no translation stops the build: otherwise a sentence in another "
        "language would stand in the middle of a handout, and nobody would know.",
        'msgid "Opening"\nmsgstr ""',
        'msgid "Opening"\nmsgstr "Открытие"',
    ),
    error(
        "MK837",
        "A translation is out of date",
        "The source was changed after it had been translated. Under the policy `strict` the build stops until somebody "
        "has looked at the translation and taken away the mark `fuzzy`.",
        '#, fuzzy\n#| msgid "Opening"\nmsgid "Opening of the course"\nmsgstr "Открытие"',
        'msgid "Opening of the course"\nmsgstr "Открытие курса"',
    ),
    error(
        "MK838",
        "A translation cannot stand where its source stands",
        "A title has one line, and every text has a greatest length. Two columns of a form, of which participants fill "
        "in one, need two titles.",
        'msgid "Opening"\nmsgstr ""\n"Открытие\\n"\n"курса"',
        'msgid "Opening"\nmsgstr "Открытие курса"',
    ),
    warning(
        "MK839",
        "Words too long for their drawing",
        "The words of a drawing have the room that their author gave them. Longer words are set smaller; from some "
        "length on they would be too small to be read.",
        'msgid "works"\nmsgstr "строительно-монтажные и пусконаладочные работы"',
        'msgid "works"\nmsgstr "работы"',
    ),
    error(
        "MK840",
        "Not an XLIFF file that can be read",
        "What came back from a translator must be the file that was sent, in the same format, with its module and its "
        "language.",
        "modulekit translate import letter.docx",
        "modulekit translate import course-ru.xlf",
    ),
    warning(
        "MK841",
        "A translation whose text is not in the course",
        "The course was changed while the translator was at work: this text is no longer there, word for word. Its "
        "translation is left out.",
        "an XLIFF file that was sent before the title changed",
        "modulekit translate export --language ru --xliff new.xlf",
    ),
)
