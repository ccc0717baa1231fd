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
    error(
        "MK842",
        "A translation with other references",
        "A reference prints a number, a title or a term by itself. One that is lost leaves a sentence without its "
        "table; one that is misspelt prints its own letters.",
        'msgid "See [[table:targets]]."\nmsgstr "См. [[table:целевые]]."',
        'msgid "See [[table:targets]]."\nmsgstr "См.: [[table:targets]]."',
    ),
    error(
        "MK843",
        "A translation with other numbers",
        "A figure that one language has and the other has not is a mistake in one of them, and nobody who reads only "
        "one will see it. Each language writes it in its own notation.",
        'msgid "6,288,000 people, 4.1 per cent"\nmsgstr "6 280 000 человек, 4.1 %"',
        'msgid "6,288,000 people, 4.1 per cent"\nmsgstr "6 288 000 человек, 4,1 %"',
    ),
    warning(
        "MK844",
        "A figure that is only a word in the translation",
        "Often it is right: “5 people” can be “пять человек”. In a table or a calculation it is not.",
        'msgid "Groups of 5"\nmsgstr "Группы по пять человек"',
        'msgid "Groups of 5"\nmsgstr "Группы по 5 человек"',
    ),
    error(
        "MK845",
        "A translation with other Markdown",
        "Paragraphs, entries of lists, headings, columns and stressed words are the same in all languages: slides, "
        "forms and the handout in two languages are laid out by them.",
        'msgid "**Stop** when the bell rings."\nmsgstr "**Стоп, когда звенит звонок."',
        'msgid "**Stop** when the bell rings."\nmsgstr "**Стоп**, когда звенит звонок."',
    ),
    warning(
        "MK846",
        "A term that is translated in another way",
        "Participants look a term up in the glossary. Where a text has another word for it, they look for a difference "
        "that is none.",
        'msgctxt "term:outcome/term"\nmsgid "outcome"\nmsgstr "конечный результат"\n\n'
        'msgid "Two outcomes"\nmsgstr "Два эффекта"',
        'msgctxt "term:outcome/term"\nmsgid "outcome"\nmsgstr "конечный результат"\n\n'
        'msgid "Two outcomes"\nmsgstr "Два конечных результата"',
    ),
    error(
        "MK847",
        "A translation that is its source",
        "Somebody copied the text and did not come back to it: it would be printed in the wrong language. What is the "
        "same in both languages, as the name of a program, stands in the header `X-Kept-Words` of the file.",
        'msgid "Opening"\nmsgstr "Opening"',
        'msgid "Opening"\nmsgstr "Открытие"',
    ),
    warning(
        "MK848",
        "Words of the source language are left",
        "A word in other letters in the middle of a sentence was forgotten, or it is a name. Names that stay stand in "
        "the header `X-Kept-Words` of the file.",
        'msgid "Two outcomes of the programme"\nmsgstr "Два outcomes программы"',
        'msgid "Two outcomes of the programme"\nmsgstr "Два конечных результата программы"',
    ),
    error(
        "MK849",
        "A word with letters of two scripts",
        "Latin and Cyrillic letters look alike and are not: the word is not found by a search, read aloud wrongly, and "
        "printed in two fonts.",
        'msgstr "Oткрытие" (with a Latin O)',
        'msgstr "Открытие"',
    ),
    warning(
        "MK850",
        "Quotation marks of another language",
        "Each language has its own: “ ” in English, « » in Russian and Kazakh. Each that is opened is closed.",
        'msgid "the “tree”"\nmsgstr "“дерево”"',
        'msgid "the “tree”"\nmsgstr "«дерево»"',
    ),
)
