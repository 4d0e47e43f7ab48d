#!/usr/bin/env python3
"""Makes the fonts of the page: small subsets without hinting or layout tables.

  build.py --out DIR [--npm NODE_MODULES] [--icons FILE] [--kind NAME ...] [--scan GLOB ...]

  inter-regular.otf, inter-semibold.otf  Latin, Cyrillic, signs; digits all of one width
  icons.ttf, icons.h                     lucide, the names in assets/icons.txt
  hanzi.ttf                              every character >= U+2E80 in the scanned files
  fonts.json                             sizes (raw, brotli 11) and glyph counts

Same input, same bytes. An output is rewritten only when it changes, so nothing after it is rebuilt.
"""
import argparse
import glob
import json
import logging
import os
import re
import shutil
import subprocess
import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCAN_DEFAULT = ["src/ui/**/*.cpp", "src/ui/**/*.h", "src/ui/**/*.inc", "assets/demo/**/*.json",
                "web/*.html"]
INTER = "/usr/share/fonts/opentype/inter/Inter-%s.otf"
DROID = ["/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
         "/usr/share/fonts-droid-fallback/truetype/DroidSansFallback.ttf"]
CJK_FIRST = 0x2E80
SIGNS = "–—‘’‚“”„†‡•…‰‹›·×÷±−≤≥≈≠∞√∑→←↑↓✓✗¥€£§°™№\u00a0\u202f\u2009"
# Full-width marks that text from outside will surely bring, whatever the scanned files say.
CJK_MARKS = "　、。《》「」『』【】〔〕〜！＂＃％＆＇（）＊＋，－．／：；＜＝＞？＠［］｛｜｝～￥"


def fail(sentence):
    sys.exit("fonts: " + sentence)


def inter_codes():
    ranges = [(0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x401, 0x401), (0x410, 0x44F),
              (0x451, 0x451)]
    return {c for first, last in ranges for c in range(first, last + 1)} | {ord(c) for c in SIGNS}


def subset(font, codes):
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = [0, 1, 2]
    options.name_languages = [0x409]
    options.glyph_names = False
    options.legacy_kern = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.desubroutinize = True
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "kern", "DSIG",
                            "meta", "STAT", "gasp", "FFTM", "VDMX", "hdmx", "LTSH"]
    worker = Subsetter(options)
    worker.populate(unicodes=codes)
    worker.subset(font)


def single_substitutions(font, feature_tag):
    """Glyph name -> glyph name, of every single substitution of the feature."""
    table = font["GSUB"].table
    found = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != feature_tag:
            continue
        for index in record.Feature.LookupListIndex:
            for part in table.LookupList.Lookup[index].SubTable:
                found.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
    return found


def bake_tabular_digits(font):
    tabular = single_substitutions(font, "tnum")
    digits = [font.getBestCmap()[code] for code in range(ord("0"), ord("9") + 1)]
    if any(name not in tabular for name in digits):
        fail("this Inter has no tabular digits (feature tnum)")
    # SemiBold's own tabular 4 is 3 of 2816 units narrower than its sisters: one width for all.
    width = max(font["hmtx"][tabular[name]][0] for name in digits)
    for name in digits:
        advance, bearing = font["hmtx"][tabular[name]]
        if width - advance > font["head"].unitsPerEm // 500:
            fail("the tabular digits of this Inter differ in width by more than rounding")
        font["hmtx"][tabular[name]] = (width, bearing)
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            if code in table.cmap:
                table.cmap[code] = tabular.get(table.cmap[code], table.cmap[code])


def load(path, package):
    if not os.path.exists(path):
        fail("%s is missing; tools/setup installs it (package %s)" % (path, package))
    return TTFont(path, recalcTimestamp=False, lazy=False)


def write_if_changed(path, data):
    if os.path.exists(path) and open(path, "rb").read() == data:
        return
    with open(path + ".new", "wb") as file:
        file.write(data)
    os.replace(path + ".new", path)


def save(font, path):
    font.save(path + ".tmp", reorderTables=True)
    with open(path + ".tmp", "rb") as file:
        data = file.read()
    os.remove(path + ".tmp")
    write_if_changed(path, data)


# The cubic outlines stay: made quadratic the two weights take 40 kB instead of 32 (brotli), and
# stb_truetype draws both alike.
def build_inter(out):
    for weight, name in (("Regular", "inter-regular"), ("SemiBold", "inter-semibold")):
        font = load(INTER % weight, "fonts-inter")
        bake_tabular_digits(font)
        subset(font, inter_codes())
        save(font, os.path.join(out, name + ".otf"))


def icon_names(path):
    with open(path, encoding="utf-8") as file:
        lines = [line.split("#")[0].strip() for line in file]
    return sorted({line for line in lines if line})


def build_icons(out, npm, list_path):
    folder = os.path.join(npm, "lucide-static", "font")
    info_path = os.path.join(folder, "info.json")
    if not os.path.exists(info_path):
        fail("%s is missing; tools/setup fetches it" % info_path)
    with open(info_path, encoding="utf-8") as file:
        info = json.load(file)
    code_of = {name: int(entry["encodedCode"].lstrip("\\"), 16) for name, entry in info.items()}
    names = icon_names(list_path)
    unknown = [name for name in names if name not in code_of]
    if unknown:
        fail("lucide has no icon named %s (in %s)" % (", ".join(unknown), list_path))
    font = load(os.path.join(folder, "lucide.ttf"), "lucide-static of npm")
    subset(font, {code_of[name] for name in names})
    save(font, os.path.join(out, "icons.ttf"))
    lines = ["// Made by tools/fonts/build.py from assets/icons.txt: the characters of icons.ttf.",
             "#pragma once", "", "namespace zhitu::ui {", ""]
    lines += ['inline constexpr char const* icon_%s = "\\u%04x";' %
              (re.sub(r"\W", "_", name), code_of[name]) for name in names]
    lines += ["", "inline constexpr int icon_first = 0x%04x;" % min(code_of[n] for n in names),
              "inline constexpr int icon_last = 0x%04x;" % max(code_of[n] for n in names),
              "", "}  // namespace zhitu::ui", ""]
    write_if_changed(os.path.join(out, "icons.h"), "\n".join(lines).encode())


def scanned_codes(patterns):
    codes = set()
    for pattern in patterns:
        for path in glob.glob(os.path.join(ROOT, pattern), recursive=True):
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read()
            codes |= {ord(c) for c in text}
            # JSON and C++ may name a character by its number.
            codes |= {int(m, 16) for m in re.findall(r"\\u([0-9a-fA-F]{4})", text)}
    return {c for c in codes if c >= CJK_FIRST and not 0xD800 <= c <= 0xF8FF and c != 0xFFFD}


# Droid sets these in the middle of their square, as in Taiwan; in the mainland they stand left.
MARKS_LEFT = {"，": 0.09, "：": 0.12, "；": 0.11, "！": 0.12, "？": 0.08}


def move_marks(font):
    for mark, bearing_em in MARKS_LEFT.items():
        name = font.getBestCmap().get(ord(mark))
        if name is None:
            continue
        glyph = font["glyf"][name]
        shift = round(bearing_em * font["head"].unitsPerEm) - glyph.xMin
        if glyph.isComposite():
            for component in glyph.components:
                component.x += shift
        else:
            glyph.coordinates.translate((shift, 0))
        glyph.recalcBounds(font["glyf"])
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, glyph.xMin)


def build_hanzi(out, patterns):
    path = next((p for p in DROID if os.path.exists(p)), DROID[0])
    font = load(path, "fonts-droid-fallback")
    codes = scanned_codes(patterns) | {ord(c) for c in CJK_MARKS}
    missing = sorted(codes - set(font.getBestCmap()))
    if missing:
        print("fonts: Droid Sans Fallback lacks " + " ".join("U+%04X" % c for c in missing[:40]))
    subset(font, codes)
    move_marks(font)
    save(font, os.path.join(out, "hanzi.ttf"))


def brotli_size(path):
    if not shutil.which("brotli"):
        return None
    return len(subprocess.run(["brotli", "-q", "11", "-c", path], check=True,
                              stdout=subprocess.PIPE).stdout)


def write_manifest(out):
    manifest = {}
    for file in ("inter-regular.otf", "inter-semibold.otf", "icons.ttf", "hanzi.ttf"):
        name = file[:-4]
        path = os.path.join(out, file)
        if not os.path.exists(path):
            continue
        font = TTFont(path)
        entry = {"file": file, "bytes": os.path.getsize(path),
                 "bytes_brotli": brotli_size(path), "glyphs": font["maxp"].numGlyphs,
                 "characters": len(font.getBestCmap())}
        manifest[name] = entry
        print("fonts: %-15s %4d characters %4d glyphs %7d bytes %6s brotli" %
              (name, entry["characters"], entry["glyphs"], entry["bytes"], entry["bytes_brotli"]))
    write_if_changed(os.path.join(out, "fonts.json"),
                     (json.dumps(manifest, indent=1, sort_keys=True) + "\n").encode())


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    parser.add_argument("--npm", default=os.environ.get("ZHITU_NPM", ""))
    parser.add_argument("--icons", default=os.path.join(ROOT, "assets", "icons.txt"))
    parser.add_argument("--kind", nargs="+", choices=["inter", "icons", "hanzi"],
                        default=["inter", "icons", "hanzi"])
    parser.add_argument("--scan", nargs="+", default=SCAN_DEFAULT, metavar="GLOB",
                        help="files whose Chinese hanzi.ttf must hold, relative to the clone")
    options = parser.parse_args()
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # lucide's post table is two bytes long
    os.makedirs(options.out, exist_ok=True)
    if "inter" in options.kind:
        build_inter(options.out)
    if "icons" in options.kind:
        build_icons(options.out, options.npm, options.icons)
    if "hanzi" in options.kind:
        build_hanzi(options.out, options.scan)
    write_manifest(options.out)


if __name__ == "__main__":
    main()
