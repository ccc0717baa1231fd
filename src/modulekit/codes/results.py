"""MK55x and MK56x: the blocks of result-oriented programming."""

from modulekit.codes.code import error, warning

RESULTS = (
    warning(
        "MK551",
        "A figure of a situation table without a source",
        "A figure that nobody can look up again is an opinion. Name who counted it in each row, or once for the whole "
        "table, or say that the figures are illustrative.",
        '- {indicator: Milk per cow, unit: kg, values: ["2,310", "2,180"]}',
        '- {indicator: Milk per cow, unit: kg, values: ["2,310", "2,180"], source: District statistics}',
    ),
    warning(
        "MK552",
        "A lowest cause without evidence",
        "What is done in the end acts on the lowest causes. One that nothing shows to exist costs the money of one "
        "that does.",
        "causes:\n  - {id: fodder, text: Fodder lasts until February only.}",
        "causes:\n  - {id: fodder, text: Fodder lasts until February only., evidence: Survey of 200 households}",
    ),
    warning(
        "MK553",
        "A problem that is worded as a missing solution",
        "“Lack of machines” has one way out only, machines, before anybody has looked for others. Say what is the case "
        "and who feels it.",
        "core: {text: Lack of modern machines}",
        "core: {text: Half of the hay is cut after it has lost its value.}",
    ),
    warning(
        "MK554",
        "A problem without an objective",
        "An objective tree mirrors its problem tree one to one. A problem that is left out there was either no problem "
        "or is forgotten.",
        "objective_tree:\n  of: milk-problems          # and no objective for its problem “fodder”",
        "objectives:\n  - {problem: fodder, text: Fodder lasts until May in nine villages of ten.}",
    ),
    error(
        "MK555",
        "A problem or a problem tree that does not exist",
        "An objective or an option would hang in the air: nobody could say what it answers.",
        "objectives:\n  - {problem: foder, text: Fodder lasts until May.}",
        "objectives:\n  - {problem: fodder, text: Fodder lasts until May.}",
    ),
    warning(
        "MK556",
        "An option that addresses no problem of the tree",
        "Options that answer no cause of the analysis are brought along from elsewhere. Say which problem it "
        "addresses, or drop it. Where participants shall find that out themselves, say it to the trainers in "
        "`addresses_none`.",
        "tree: milk-problems\nrows:\n  - {option: A stand at the trade fair}",
        "tree: milk-problems\nrows:\n  - {option: Collection points, problem: milk-unsold}",
    ),
    warning(
        "MK557",
        "An empty cell in a linkage matrix or beside a peer",
        "Each cell is an answer, also “none”, and “–” where nobody counts. An empty one says nothing, and a trainer "
        "cannot discuss it.",
        'cells: ["likely: if roads stay open", ""]',
        'cells: ["likely: if roads stay open", none]',
    ),
    warning(
        "MK558",
        "A results chain that skips a level",
        "Money does not become a result by itself. The empty level between two filled ones is where the programme will "
        "not work as promised.",
        "inputs: [20 million tenge]\noutcomes: [Cows give more milk.]",
        "inputs: [20 million tenge]\nactivities: [Build points]\noutputs: [9 points]\noutcomes: [Cows give more milk.]",
    ),
    warning(
        "MK559",
        "A result that serves nothing",
        "An output without an outcome is money spent for its own sake. The same holds for activities without an output "
        "and for outcomes without an impact.",
        "- {level: output, id: points, result: 9 points are open}",
        "- {level: output, id: points, serves: milk-sold, result: 9 points are open}",
    ),
    error(
        "MK560",
        "A result that serves what is not one level up",
        "Activities lead to outputs, outputs to outcomes, outcomes to the impact. What “serves” names must stand in "
        "the same logframe, one level up.",
        "- {level: output, id: points, serves: income}      # which is the impact",
        "- {level: output, id: points, serves: milk-sold}   # which is an outcome",
    ),
    warning(
        "MK561",
        "An indicator that cannot be measured as it stands",
        "Without unit, baseline, target, their years, source, frequency and a responsible body nobody will be able to "
        "say later whether the programme worked.",
        'name: Milk per cow\nunit: kg\ntarget: "2,600"\ntarget_year: "2029"',
        'name: Milk per cow\nunit: kg\nbaseline: "2,180"\nbaseline_year: "2024"\ntarget: "2,600"\n'
        'target_year: "2029"\nsource: District statistics\nfrequency: yearly\nresponsible: Division of agriculture',
    ),
    error(
        "MK562",
        "A target that is not later than the baseline",
        "A change needs time between the two measurements.",
        'baseline_year: "2024"\ntarget_year: "2024"',
        'baseline_year: "2024"\ntarget_year: "2029"',
    ),
    warning(
        "MK563",
        "An action without a responsible body or a budget",
        "What nobody answers for and nobody pays for is not done. A line that costs nothing says 0.",
        "- {activity: Water-user groups, start: 2026-03, end: 2026-11}",
        "- {activity: Water-user groups, start: 2026-03, end: 2026-11,\n"
        '   responsible: Division of agriculture, budget: "0"}',
    ),
    error(
        "MK564",
        "An action that ends before it begins",
        "Write the months as 2026-03, so that they can be put in order and drawn.",
        "start: 2026-11\nend: 2026-03",
        "start: 2026-03\nend: 2026-11",
    ),
    error(
        "MK565",
        "A total that does not agree with the budgets",
        "The first thing that a reader of a budget does is add it up.",
        'total: "120"\nrows:\n  - {activity: Sites, budget: "22"}\n  - {activity: Points, budget: "90"}',
        'total: "112"\nrows:\n  - {activity: Sites, budget: "22"}\n  - {activity: Points, budget: "90"}',
    ),
    error(
        "MK566",
        "An indicator that does not exist",
        "A monitoring plan names indicators by the ids of an indicator table.",
        "- {indicator: milk-per-kow, when: each March}",
        "- {indicator: milk-per-cow, when: each March}",
    ),
    warning(
        "MK567",
        "Monitoring that leads to no decision",
        "A figure that is collected and changes nothing is work for nothing. Say from which value on something "
        "happens, and what.",
        "- {what: Milk per cow, when: each March, who: Division of agriculture, threshold: below 2 240}",
        "- {what: Milk per cow, when: each March, who: Division of agriculture, threshold: below 2 240,\n"
        "   decision: The akimat shifts money by May}",
    ),
    error(
        "MK568",
        "A value of a chart that is no number",
        "It cannot be drawn. Leave a gap empty; the unit stands in “unit”.",
        'values: ["2180 kg", "2310 kg"]',
        'unit: kg\nvalues: ["2180", "2310"]',
    ),
    warning(
        "MK569",
        "A chart without a text for those who cannot see it",
        "PDF for everyone (PDF/UA) asks for it, and who cannot see the chart learns from it what there is to see. The "
        "values are added.",
        "chart:\n  kind: line\n  caption: Milk per cow",
        "chart:\n  kind: line\n  caption: Milk per cow\n  alt: A line that falls from 2019 to 2024.",
    ),
    warning(
        "MK570",
        "A worksheet that leaves nothing to fill in",
        "“blank” says what participants write themselves. Where it hides nothing, they get a form that is full.",
        "blank: [Purpose]\nexample_rows: 2\nrows:      # and there are two",
        "blank: [Purpose]\nexample_rows: 1\nrows:      # and there are two",
    ),
)
