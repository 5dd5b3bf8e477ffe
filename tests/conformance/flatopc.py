#!/usr/bin/env python3
"""Packs a Flat OPC file into the package that it stands for, as Word does when it opens one.

usage: flatopc.py DRAFT.xml PACKAGE.docx
"""
import base64
import sys
import xml.dom.minidom as dom
import zipfile

RELS = "application/vnd.openxmlformats-package.relationships+xml"


def content_types(parts):
    rows = "".join('<Override PartName="%s" ContentType="%s"/>' % (name, kind)
                   for name, kind, _ in parts if kind != RELS)
    return ('<?xml version="1.0" encoding="UTF-8"?>'
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="%s"/>%s</Types>' % (RELS, rows))


def child(element, name):
    return next((n for n in element.childNodes if n.nodeName == name), None)


def content(part):
    xml = child(part, "pkg:xmlData")
    if xml is None:
        return base64.b64decode(child(part, "pkg:binaryData").firstChild.data)
    root = next(n for n in xml.childNodes if n.nodeType == n.ELEMENT_NODE)
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + root.toxml("utf-8")


def main():
    package = dom.parse(sys.argv[1]).documentElement
    parts = [(part.getAttribute("pkg:name"), part.getAttribute("pkg:contentType"), content(part))
             for part in package.getElementsByTagName("pkg:part")]
    with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", content_types(parts))
        for name, _, text in parts:
            out.writestr(name.lstrip("/"), text)


if __name__ == "__main__":
    main()
