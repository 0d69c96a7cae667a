"""Fills in a sheet of Word as a person does: crosses in boxes, words on lines, in spots and in cells.

Arguments: the sheet, where it goes, and JSON with for each question (a part of its heading) what is filled in:
"boxes" (numbers, or the words behind them), "own" (the words of one's own), "lines", "spot" and "cells".
Below "@head" stands what is filled in at the head, by the words before it.
"""

import json
import sys

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

CHECKED = "{http://schemas.microsoft.com/office/word/2010/wordml}checked"
VALUE = "{http://schemas.microsoft.com/office/word/2010/wordml}val"


def cross(control):
    control.find(f".//{CHECKED}").set(VALUE, "1")
    next(control.iter(qn("w:t"))).text = "\u2612"


def over(control, words):
    hint = control.find(f".//{qn('w:showingPlcHdr')}")
    if hint is not None:
        hint.getparent().remove(hint)
    next(control.iter(qn("w:t"))).text = words


def on_line(paragraph, words):
    run = OxmlElement("w:r")
    for number, line in enumerate(words.split("\n")):
        if number:
            run.append(OxmlElement("w:br"))
        text = OxmlElement("w:t")
        text.text = line
        run.append(text)
    last = paragraph.runs[-1]._r
    last.addprevious(run)


def controls(element):
    return list(element.iter(qn("w:sdt")))


def boxes(paragraph, filling):
    for control in controls(paragraph._p):
        if control.find(f".//{CHECKED}") is None:
            if "own" in filling and "\t3\t" in paragraph.text or "spot" in filling:
                over(control, filling.get("own") or filling["spot"])
            continue
        behind = "".join(text.text or "" for run in control.itersiblings(qn("w:r")) for text in run.iter(qn("w:t")))
        if any(behind.startswith(str(chosen)) or f"{behind.strip()} ".startswith(f"{chosen} ") for chosen in filling.get("boxes", [])):
            cross(control)


document = Document(sys.argv[1])
fillings = json.loads(sys.argv[3])
head = fillings.pop("@head", {})
filling, lines = {}, []
for block in document.element.body.iterchildren():
    if block.tag == qn("w:p"):
        paragraph = Paragraph(block, document)
        style = paragraph.style.name
        if style.startswith("Heading"):
            name = next((name for name in fillings if name in paragraph.text), None)
            filling = fillings.get(name, {})
            lines = list(filling.get("lines", []))
        elif (label := paragraph.text.split("\t")[0]) in head and controls(block):
            over(controls(block)[0], head[label])
        elif style == "Schrijflijn" and lines:
            on_line(paragraph, lines.pop(0))
        else:
            boxes(paragraph, filling)
            if "remark" in filling and "niet van toepassing" in paragraph.text:
                paragraph._p.addnext(OxmlElement("w:p"))
                Paragraph(paragraph._p.getnext(), document).add_run(filling["remark"])
    elif block.tag == qn("w:tbl") and "cells" in filling:
        for row, words in zip(Table(block, document).rows[1:], filling["cells"]):
            for control, word in zip(controls(row._tr), words):
                over(control, word)
document.save(sys.argv[2])
