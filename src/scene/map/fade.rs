//! Land that nobody reports from: how far the map should fade, on a coarse grid over the country.

use crate::base::LonLat;
use crate::scene::basemap::Bounds;

/// Columns of the grid; about 3.5 km each.
const COLUMNS: usize = 224;

/// Land nearer to a place than the first is clear, farther than the second is faded; kilometres.
const FROM_PLACE_KM: [f64; 2] = [14.0, 30.0];

/// The same for main roads.
const FROM_ROAD_KM: [f64; 2] = [5.0, 13.0];

/// Cells on each side that a cell is evened out with, and how often: about 20 km, so that discs around lone
/// places melt into the land about them, while land with many places stays clear.
const EVEN_CELLS: usize = 4;
const EVEN_TIMES: usize = 3;

/// How unknown land is, from 0 (known) to 255, row by row from the north west.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FadeGrid {
    /// Columns and rows.
    pub size: [usize; 2],
    /// One value a cell.
    pub cells: Vec<u8>,
}

impl FadeGrid {
    /// The grid over `bounds` for land known around `places` and along `roads`.
    pub fn new(bounds: Bounds, places: impl Iterator<Item = LonLat>, roads: &[geo::LineString]) -> Self {
        let width = bounds.max[0] - bounds.min[0];
        let height = bounds.max[1] - bounds.min[1];
        let rows = ((COLUMNS as f64 * height / width).ceil() as usize).clamp(2, 4 * COLUMNS);
        let mut grid = Self { size: [COLUMNS, rows], cells: vec![255; COLUMNS * rows] };
        for place in places {
            grid.clear_around(bounds, place, FROM_PLACE_KM);
        }
        for road in roads {
            for at in along(road) {
                grid.clear_around(bounds, at, FROM_ROAD_KM);
            }
        }
        grid.evened()
    }

    /// Each cell as the mean of its neighbourhood, several times: close to a bell of the same width.
    fn evened(mut self) -> Self {
        let [columns, rows] = self.size;
        for _ in 0..EVEN_TIMES {
            for row in 0..rows {
                even(&mut self.cells, row * columns, 1, columns);
            }
            for column in 0..columns {
                even(&mut self.cells, column, columns, rows);
            }
        }
        self
    }

    fn clear_around(&mut self, bounds: Bounds, at: LonLat, [clear_km, faded_km]: [f64; 2]) {
        let [columns, rows] = self.size;
        let cell = (bounds.max[0] - bounds.min[0]) / columns as f64;
        let km_per_cell = cell * 40_075.017 * at.lat.to_radians().cos();
        let [x, y] = at.mercator();
        let (x, y) = ((x - bounds.min[0]) / cell - 0.5, (y - bounds.min[1]) / cell - 0.5);
        let reach = faded_km / km_per_cell;
        let span = |middle: f64, n: usize| {
            (middle - reach).ceil().max(0.0) as usize
                ..((middle + reach).floor() + 1.0).clamp(0.0, n as f64) as usize
        };
        for row in span(y, rows) {
            for column in span(x, columns) {
                let km = (column as f64 - x).hypot(row as f64 - y) * km_per_cell;
                let faded = ((km - clear_km) / (faded_km - clear_km)).clamp(0.0, 1.0);
                let smooth = faded * faded * (3.0 - 2.0 * faded);
                let value = &mut self.cells[row * columns + column];
                *value = (*value).min((smooth * 255.0) as u8);
            }
        }
    }
}

/// Evens out `n` cells that lie `step` apart, from `first` on; the ends count on beyond themselves.
fn even(cells: &mut [u8], first: usize, step: usize, n: usize) {
    let old: Vec<u32> = (0..n).map(|i| u32::from(cells[first + i * step])).collect();
    let at = |i: usize, by: isize| old[i.saturating_add_signed(by).min(n - 1)];
    let reach = EVEN_CELLS as isize;
    let mut sum: u32 = (-reach..=reach).map(|by| at(0, by)).sum();
    for i in 0..n {
        cells[first + i * step] = (sum / (2 * EVEN_CELLS as u32 + 1)) as u8;
        sum = sum + at(i, reach + 1) - at(i, -reach);
    }
}

/// Points along a line, none farther than 2 km from the next.
fn along(line: &geo::LineString) -> impl Iterator<Item = LonLat> {
    line.lines().flat_map(|l| {
        let (a, b) = (LonLat::new(l.start.x, l.start.y), LonLat::new(l.end.x, l.end.y));
        let steps = (a.distance_km(b) / 2.0).ceil().max(1.0) as usize;
        (0..=steps).map(move |i| {
            let t = i as f64 / steps as f64;
            LonLat::new(a.lon + (b.lon - a.lon) * t, a.lat + (b.lat - a.lat) * t)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn land_clears_around_places_and_roads() {
        let bounds =
            Bounds { min: LonLat::new(36.0, 37.0).mercator(), max: LonLat::new(42.0, 32.5).mercator() };
        let road = geo::LineString::from(vec![(37.0, 33.0), (41.0, 33.0)]);
        let grid = FadeGrid::new(bounds, std::iter::once(LonLat::new(38.0, 36.0)), &[road]);
        let at = |p: LonLat| {
            let [x, y] = p.mercator();
            let cell = (bounds.max[0] - bounds.min[0]) / grid.size[0] as f64;
            let (column, row) = ((x - bounds.min[0]) / cell, (y - bounds.min[1]) / cell);
            grid.cells[row as usize * grid.size[0] + column as usize]
        };
        let lone = at(LonLat::new(38.0, 36.0));
        assert!((30..160).contains(&lone), "a lone place melts into the land about it: {lone}");
        assert!(at(LonLat::new(39.3, 33.03)) < lone.max(120));
        assert_eq!(at(LonLat::new(40.0, 35.0)), 255);
        let edge = at(LonLat::new(38.0, 36.0 + 22.0 / 111.2));
        assert!((lone..220).contains(&edge), "{edge}");
    }

    #[test]
    fn land_with_many_places_is_clear_throughout() {
        let bounds =
            Bounds { min: LonLat::new(36.0, 37.0).mercator(), max: LonLat::new(42.0, 32.5).mercator() };
        let places =
            (0..100).map(|i| LonLat::new(37.0 + 0.2 * f64::from(i % 10), 34.0 + 0.2 * f64::from(i / 10)));
        let grid = FadeGrid::new(bounds, places, &[]);
        let [x, y] = LonLat::new(38.0, 35.0).mercator();
        let cell = (bounds.max[0] - bounds.min[0]) / grid.size[0] as f64;
        let (column, row) = ((x - bounds.min[0]) / cell, (y - bounds.min[1]) / cell);
        assert_eq!(grid.cells[row as usize * grid.size[0] + column as usize], 0);
    }
}
