//! Land that nobody reports from: how far the map should fade, on a coarse grid over the country.

use crate::base::LonLat;
use crate::scene::basemap::Bounds;

/// Columns of the grid; about 3.5 km each.
const COLUMNS: usize = 224;

/// Land nearer to a place than the first is clear, farther than the second is faded; kilometres.
const FROM_PLACE_KM: [f64; 2] = [10.0, 36.0];

/// The same for main roads.
const FROM_ROAD_KM: [f64; 2] = [3.0, 16.0];

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
        grid.blurred()
    }

    /// Each cell as the mean of itself and its neighbours, twice: the edges of discs melt into one another.
    fn blurred(mut self) -> Self {
        for _ in 0..2 {
            let [columns, rows] = self.size;
            let old = self.cells.clone();
            for row in 0..rows {
                for column in 0..columns {
                    let near_rows = row.saturating_sub(1)..=(row + 1).min(rows - 1);
                    let near = near_rows.flat_map(|r| {
                        let from = r * columns + column.saturating_sub(1);
                        old[from..=r * columns + (column + 1).min(columns - 1)].iter()
                    });
                    let (sum, n) = near.fold((0, 0), |(sum, n), v| (sum + u32::from(*v), n + 1));
                    self.cells[row * columns + column] = (sum / n) as u8;
                }
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
        assert_eq!(at(LonLat::new(38.0, 36.0)), 0);
        assert!(at(LonLat::new(39.3, 33.03)) < 40);
        assert_eq!(at(LonLat::new(40.0, 35.0)), 255);
        let edge = at(LonLat::new(38.0, 36.0 + 22.0 / 111.2));
        assert!((60..200).contains(&edge), "{edge}");
    }
}
