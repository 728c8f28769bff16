//! Polygons cut into triangles once and drawn as one mesh at any zoom.

use eframe::egui::epaint::{Mesh, Vertex};
use eframe::egui::{Color32, Pos2};

use super::screen::{Merc, Screen};
use super::stroke::bounds_of;

/// The triangles of some polygons.
#[derive(Clone, Debug, Default)]
pub(super) struct Fill {
    points: Vec<Merc>,
    indices: Vec<u32>,
    bounds: Option<(Merc, Merc)>,
}

impl Fill {
    /// Cuts up polygons, each a list of rings: the outer one first, then its holes. A ring may repeat its
    /// first point at the end.
    pub(super) fn of<'a>(polygons: impl IntoIterator<Item = &'a [Vec<Merc>]>) -> Self {
        let mut fill = Self::default();
        for rings in polygons {
            fill.add(rings);
        }
        fill.bounds = (!fill.points.is_empty()).then(|| bounds_of(&fill.points));
        fill
    }

    fn add(&mut self, rings: &[Vec<Merc>]) {
        let first = self.points.len();
        let mut holes = Vec::new();
        for (i, ring) in rings.iter().enumerate() {
            if i > 0 {
                holes.push(self.points.len() - first);
            }
            let is_repeated = ring.len() > 1 && ring.first() == ring.last();
            self.points.extend(&ring[..ring.len() - usize::from(is_repeated)]);
        }
        // Relative to the first point: the differences would drown in the digits of 0..1.
        let Some(origin) = self.points.get(first).copied() else { return };
        let flat: Vec<f64> = self.points[first..]
            .iter()
            .flat_map(|p| [(p[0] - origin[0]) * 1e6, (p[1] - origin[1]) * 1e6])
            .collect();
        let triangles = earcutr::earcut(&flat, &holes, 2).unwrap_or_default();
        self.indices.extend(triangles.into_iter().map(|i| (first + i) as u32));
    }

    /// The corners of the smallest box around it; none when there is nothing.
    pub(super) fn bounds(&self) -> Option<(Merc, Merc)> {
        self.bounds
    }

    /// Is there nothing to draw?
    #[cfg(test)]
    pub(super) fn is_empty(&self) -> bool {
        self.indices.is_empty()
    }

    /// Adds the triangles to `mesh` in one colour.
    pub(super) fn draw(&self, mesh: &mut Mesh, screen: &Screen, color: Color32) {
        self.draw_with(mesh, screen, |pos, _| Vertex::untextured(pos, color));
    }

    /// Adds the triangles to `mesh` with vertices made from screen position and Mercator coordinates.
    pub(super) fn draw_with(&self, mesh: &mut Mesh, screen: &Screen, vertex: impl Fn(Pos2, Merc) -> Vertex) {
        if !self.bounds.is_some_and(|b| screen.sees(b, 0.0)) {
            return;
        }
        let first = mesh.vertices.len() as u32;
        mesh.vertices.extend(self.points.iter().map(|p| vertex(screen.pos(*p), *p)));
        mesh.indices.extend(self.indices.iter().map(|i| i + first));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64, side: f64) -> Vec<Merc> {
        vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]
    }

    #[test]
    fn triangles_cover_a_polygon_without_its_hole() {
        let rings = [square(0.5, 0.4, 1e-3), square(0.5002, 0.4002, 2e-4)];
        let fill = Fill::of([rings.as_slice()]);
        let area: f64 = fill
            .indices
            .chunks_exact(3)
            .map(|t| {
                let [a, b, c] = [t[0], t[1], t[2]].map(|i| fill.points[i as usize]);
                ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])).abs() / 2.0
            })
            .sum();
        assert!((area - (1e-6 - 4e-8)).abs() < 1e-12, "{area}");
    }

    #[test]
    fn empty_and_degenerate_rings_are_harmless() {
        let rings = [vec![], vec![[0.1, 0.1]], vec![[0.1, 0.1], [0.2, 0.2]]];
        let fill = Fill::of(rings.iter().map(std::slice::from_ref));
        assert!(fill.is_empty());
    }
}
