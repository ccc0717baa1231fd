"""One example of each kind of block, as an author writes it, for the reference.

A test reads each of them and checks them together, so that what is shown also works.
"""

from __future__ import annotations

EXAMPLES: dict[str, str] = {
    "markdown": """\
- |
  A **problem** is an existing negative state that somebody can point to.
""",
    "table": """\
- table:
    caption: Two sentences
    columns: [Sentence, {title: What is wrong with it, width: 2}]
    blank: [What is wrong with it]       # participants fill in this column
    example_rows: 1                      # all but the first row
    rows:
      - [Lack of machines, It names a solution.]
      - [Low culture of farmers, Nobody can point to it.]
""",
    "figure": """\
- figure:
    file: assets/agenda.svg
    alt: Three lines, each with a question and the minutes for it.
    caption: An agenda
    credit: Own drawing, CC BY 4.0
""",
    "callout": """\
- callout: {kind: key, text: A problem is not a missing solution.}
""",
    "case": """\
- case:
    title: The village with two keepers
    text: The council talked about the well in nine meetings.
    source: Invented for training.
""",
    "lines": """\
- lines: {prompt: What was new to you, count: 4}
""",
    "key_term": """\
- key_term: agenda
""",
    "situation_table": """\
- situation_table:
    caption: Milk in three districts
    place: Ours                          # whose values stand under the years
    years: ["2019", "2024"]
    peers: [Zhanakol, Ushbastau]         # or one: peer, here and in each row
    rows:
      - {indicator: Milk per cow, unit: kg, values: ["2,310", "2,180"], peers: ["2,640", "–"], source: Registry}
    source: Illustrative figures.
""",
    "problem_tree": """\
- problem_tree:
    id: milk-problems
    caption: Why households sell little milk
    core: {id: low-income, text: Households earn a third less than next door., evidence: Survey of 200 households}
    causes:
      - id: milk-unsold
        text: Half of the summer milk is not sold.
        causes:
          - {id: no-buyer, text: 17 villages are further than 40 km from a buyer., evidence: List of buyers}
    effects: [Young families leave.]
    blank: all                           # an empty tree for participants, this one for trainers
""",
    "objective_tree": """\
- objective_tree:
    of: milk-problems
    caption: What it looks like when it is solved
    objectives:
      - {problem: low-income, text: Households earn as much as next door by 2029.}
      - {problem: milk-unsold, text: Nine litres of ten are sold in summer.}
      - {problem: no-buyer, text: No village is further than 15 km from a collection point.}
""",
    "intervention_options": """\
- intervention_options:
    tree: milk-problems
    caption: Ways to sell the milk
    criteria: [Effect, Time]
    rows:
      - option: Collection points in nine villages
        problem: no-buyer
        type: infrastructure
        cost: 310 million tenge
        scores: [high, two years]
        chosen: yes, if sites have power
      - option: A sports hall
        addresses_none: no cause of the tree is a lack of sport     # instead of `problem`; only trainers read it
        type: infrastructure
        cost: 900 million tenge
        scores: [none, one year]
        chosen: "no"
""",
    "linkage_matrix": """\
- linkage_matrix:
    caption: What leads to what
    results: [More milk sold, A better price]
    rows:
      - {intervention: Collection points, cells: ["likely: if roads stay open", possible]}
      - {intervention: Training, cells: [possible, none]}
    blank: [cells]
""",
    "results_chain": """\
- results_chain:
    caption: From points to income
    inputs: [310 million tenge]
    activities: [Build nine points, Train 18 operators]
    outputs: [Nine points are open.]
    outcomes: [Half of the milk goes through the points.]
    impact: [Households earn more.]
    assumptions:
      outcomes: [Dairies buy all year.]
""",
    "logframe": """\
- logframe:
    caption: The programme in four levels
    rows:
      - level: impact
        id: income
        result: Households earn more.
        indicator: Income, % of the regional average
        baseline: 63 (2024)
        target: 72 (2029)
        source: State statistics
      - level: outcome
        id: milk-sold
        serves: income
        result: More milk is sold.
        indicator: Share sold through points
        baseline: 9 % (2024)
        target: 60 % (2029)
        source: Registers of the points
        assumption: Dairies buy all year.
""",
    "indicator_table": """\
- indicator_table:
    caption: What is counted
    rows:
      - id: milk-per-cow
        name: Milk per cow
        unit: kg a year
        level: outcome
        baseline: "2,180"
        baseline_year: "2024"
        target: "2,600"
        target_year: "2029"
        source: District statistics
        frequency: yearly, March
        responsible: Division of agriculture
""",
    "action_plan": """\
- action_plan:
    caption: Points, step by step
    unit: million tenge
    total: "292"
    face: gantt                          # or table
    rows:
      - activity: Prepare the sites
        output: Nine plots with power and water
        responsible: Division of entrepreneurship
        start: 2026-03
        end: 2026-11
        budget: "22"
        budget_source: District budget
      - activity: Build the points
        output: Nine points
        responsible: Division of agriculture
        co_executor: Co-operatives
        start: 2027-03
        end: 2028-08
        budget: "270"
        budget_source: Regional budget
""",
    "monitoring_plan": """\
- monitoring_plan:
    caption: What is watched, and what it leads to
    rows:
      - indicator: milk-per-cow
        when: each March
        who: Division of agriculture
        how: District statistics
        threshold: below 2,240
        decision: The akimat shifts money by May.
""",
    "stakeholder_matrix": """\
- stakeholder_matrix:
    caption: Who has a stake
    rows:
      - {name: Dairies, interest: Cheap milk all year, influence: high, attitude: for, approach: Sign contracts first}
""",
    "swot": """\
- swot:
    caption: Milk in the district
    strengths: [Every household keeps cows.]
    weaknesses: [No cooling between June and August.]
    opportunities: [Two dairies look for milk.]
    threats: [Dry years return sooner.]
""",
    "chart": """\
- chart:
    kind: line
    caption: Milk per cow
    alt: The line falls every year but one.
    unit: kg
    categories: ["2019", "2020", "2021"]
    series:
      - {name: District, values: ["2310", "2270", "2285"]}
""",
    "quiz": """\
- quiz: {title: Before you go on, items: [q1, q4]}
""",
    "checklist": """\
- checklist:
    title: Before you hand it in
    items: [Each problem is a state., Each lowest cause has evidence.]
""",
    "slot": """\
- slot:
    id: local-case
    about: A case from the region, half a page, with figures that its participants know
    default:
      - case: {title: A district without a market, text: The nearest market is 140 kilometres away.}
""",
    "other_regions": """\
- other_regions: local-case
""",
}
"""By the key that names the kind: an entry of a `handout`, a `worksheet` or an `answer`."""
