"""What python-docx finds in files of Word, as JSON: one object for each file that is named."""

import json
import sys

from docx import Document
from docx.oxml.ns import qn

TICKED = "{http://schemas.microsoft.com/office/word/2010/wordml}checked"
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
VALUE = "{http://schemas.microsoft.com/office/word/2010/wordml}val"


def value(element, path):
    found = element.find(path, element.nsmap)
    return None if found is None else found.get(qn("w:val"))


def control(element):
    ticked = element.find(f".//{TICKED}")
    return {
        "name": value(element, "w:sdtPr/w:alias"),
        "ticked": None if ticked is None else ticked.get(VALUE) == "1",
        "words": "".join(text.text or "" for text in element.iter(qn("w:t"))),
    }


def table(table):
    rows = [row._tr for row in table.rows]
    repeated = [row.find("w:trPr/w:tblHeader", row.nsmap) is not None for row in rows]
    whole = [row.find("w:trPr/w:cantSplit", row.nsmap) is not None for row in rows]
    return {
        "repeated": repeated,
        "whole": all(whole),
        "widths": [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid],
        "cells": [[cell.text for cell in row.cells] for row in table.rows],
    }


def picture(shape, document):
    blip = shape._inline.graphic.graphicData.pic.blipFill.blip
    svg = blip.find(f".//{SVG}")
    return {
        "title": shape._inline.docPr.get("title"),
        "description": shape._inline.docPr.get("descr"),
        "png": document.part.related_parts[blip.embed].blob[1:4].decode(),
        "svg": document.part.related_parts[svg.get(qn("r:embed"))].blob[:4].decode(),
        "wide": round(shape.width.mm),
    }


def read(path):
    document = Document(path)
    section = document.sections[0]
    body = document.element.body
    fields = [field.get(qn("w:instr")).strip() for field in section.footer._element.iter(qn("w:fldSimple"))]
    return {
        "title": document.core_properties.title,
        "author": document.core_properties.author,
        "language": document.core_properties.language,
        "created": document.core_properties.created.isoformat(),
        "spelled_in": document.styles.element.find(".//w:rPrDefault//w:lang", document.styles.element.nsmap).get(qn("w:val")),
        "size": [round(section.page_width.mm), round(section.page_height.mm)],
        "header": section.header.paragraphs[0].text,
        "footer": [paragraph.text for paragraph in section.footer.paragraphs],
        "fields": fields,
        "label": [[run.font.size.pt, run.font.bold, str(run.font.color.rgb)] for run in section.header.paragraphs[0].runs],
        "paragraphs": [[paragraph.style.name, paragraph.text] for paragraph in document.paragraphs],
        "controls": [control(element) for element in body.iter(qn("w:sdt"))],
        "pictures": [picture(shape, document) for shape in document.inline_shapes],
        "tables": [table(found) for found in document.tables],
    }


print(json.dumps([read(path) for path in sys.argv[1:]]))
