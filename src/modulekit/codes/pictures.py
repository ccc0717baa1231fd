"""MK6xx: pictures and files."""

from modulekit.codes.code import error, warning

PICTURES = (
    error(
        "MK601",
        "A picture is missing",
        "The page would have a hole.",
        "figure: {file: assets/tre.svg, …}",
        "figure: {file: assets/tree.svg, …}",
    ),
    error(
        "MK602",
        "A picture outside of assets/",
        "Pictures stand in the folder assets/ of their course, so that a copy of the course is complete.",
        "figure: {file: lessons/tree.svg, …}",
        "figure: {file: assets/tree.svg, …}",
    ),
    warning(
        "MK603",
        "A picture that is never used",
        "It makes the course heavier, and nobody knows whether it may be deleted.",
        "assets/old-tree.svg, and no figure that shows it",
        "figure: {file: assets/old-tree.svg, …}",
    ),
    error(
        "MK604",
        "A picture without alternative text",
        "Who cannot see the picture reads or hears this text instead. Without it a PDF is not accessible (PDF/UA).",
        "figure:\n  file: assets/tree.svg\n  caption: The problem tree",
        "figure:\n  file: assets/tree.svg\n  caption: The problem tree\n  alt: Low income at the centre, "
        "three causes below "
        "it, two effects above it.",
    ),
    warning(
        "MK605",
        "Alternative text that says nothing",
        "“Picture” or the caption once more does not help somebody who cannot see it. Say what it shows.",
        "caption: The problem tree\nalt: The problem tree",
        "caption: The problem tree\nalt: Low income at the centre, three causes below it, two effects above it.",
    ),
    error(
        "MK606",
        "Not a picture that can be printed",
        "PNG, JPEG and SVG can be shown by every format. The ending of the name must say what is inside.",
        "figure: {file: assets/photo.webp, …}",
        "figure: {file: assets/photo.jpg, …}",
    ),
    error(
        "MK607",
        "A picture that is damaged",
        "The file begins like a picture but cannot be opened to its end. It was probably not copied as a whole.",
        "assets/canal.jpg with the first 40 kB of 180 kB",
        "assets/canal.jpg as a whole",
    ),
    error(
        "MK608",
        "An SVG that runs a program or fetches something",
        "A drawing on paper does neither. Scripts, event handlers, links to other files and embedded pages "
        "are refused.",
        '<image href="https://example.org/map.png"/>',
        '<path d="M10 10 L90 10"/>',
    ),
    error(
        "MK609",
        "Names of files that differ in capitals only",
        "On Windows and on USB sticks they are one and the same file, and one of them would be lost.",
        "assets/Tree.svg and assets/tree.svg",
        "assets/tree.svg and assets/tree-2.svg",
    ),
    warning(
        "MK610",
        "A very large picture",
        "Packages travel on slow lines. A photo for print needs about 1 MB.",
        "assets/canal.jpg with 9 MB",
        "assets/canal.jpg with 1 MB",
    ),
    error(
        "MK611",
        "A CSV file that is no table",
        "Its first line holds the names of the series, its first column the categories, and every line has as many "
        "cells as the first. Commas, semicolons and tabs separate cells; all of them are understood, one in each file.",
        "year,A,B\n2023,4.1\n2024,3.9,4.4",
        "year,A,B\n2023,4.1,\n2024,3.9,4.4",
    ),
    error(
        "MK612",
        "Values outside of data/",
        "CSV files stand in the folder data/ of their course, so that a copy of the course is complete.",
        "chart: {file: assets/yields.xlsx, …}",
        "chart: {file: data/yields.csv, …}",
    ),
    warning(
        "MK613",
        "A file of values that is never used",
        "It makes the course heavier, and nobody knows whether it may be deleted.",
        "data/yields-old.csv, and no chart that names it",
        "chart: {file: data/yields.csv, …}",
    ),
)
