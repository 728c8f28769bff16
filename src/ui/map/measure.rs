//! The measuring tool: a line from click to click with its length in kilometres.

use eframe::egui::epaint::Mesh;
use eframe::egui::{CursorIcon, FontId, Painter, Pos2, Rect, Response, Shape, pos2, vec2};

use super::base::Brush;
use super::labels::{TextStyle, paint_haloed};
use super::stroke::{Pen, stroke};
use crate::base::LonLat;
use crate::scene::{Scene, Words};
use crate::state::Command;
use crate::ui::arabic::vis;
use crate::ui::theme::bold;

/// What a click asks for while measuring: one more point; with the second button, one less.
pub(super) fn handle(
    response: &Response,
    brush: Brush<'_>,
    scene: &Scene,
    plates: &[Rect],
) -> Option<Command> {
    let points = scene.view.measure.as_ref()?;
    let at = response.hover_pos()?;
    if plates.iter().any(|p| p.contains(at)) {
        return None;
    }
    response.ctx.set_cursor_icon(CursorIcon::Crosshair);
    let mut points = points.clone();
    if response.clicked() {
        points.push(LonLat::from_mercator(brush.screen.merc(at)));
    } else if response.secondary_clicked() {
        points.pop()?;
    } else {
        return None;
    }
    Some(Command::SetMeasure(Some(points)))
}

/// Paints the line, and from its last point one to the pointer.
pub(super) fn paint(painter: &Painter, brush: Brush<'_>, scene: &Scene, hovered: Option<Pos2>) {
    let Some(points) = &scene.view.measure else { return };
    let colours = brush.colours;
    let towards = hovered.map(|p| LonLat::from_mercator(brush.screen.merc(p)));
    let course: Vec<LonLat> = points.iter().copied().chain(towards.filter(|_| !points.is_empty())).collect();
    let places: Vec<Pos2> = course.iter().map(|p| brush.screen.pos(p.mercator())).collect();
    let mut mesh = Mesh::default();
    for (width, color) in [(5.0, colours.changed_casing), (2.2, colours.selection)] {
        for ends in places.windows(2) {
            stroke(&mut mesh, ends, Pen { width, color }, brush.pixels_per_point);
        }
    }
    painter.add(Shape::mesh(mesh));
    for at in &places[..points.len()] {
        painter.circle(*at, 4.0, colours.dot, (2.0, colours.selection));
    }
    let words = scene.words();
    let lengths: Vec<f64> = course.windows(2).map(|w| w[0].distance_km(w[1])).collect();
    if lengths.len() > 1 {
        for (ends, km) in places.windows(2).zip(&lengths) {
            let middle = ends[0].lerp(ends[1], 0.5) - vec2(0.0, 10.0);
            write(painter, brush, middle, &kilometres(*km, words), FontId::proportional(11.5));
        }
    }
    match places.last() {
        Some(last) if !lengths.is_empty() => {
            let text = kilometres(lengths.iter().sum(), words);
            write(painter, brush, *last + vec2(0.0, 18.0), &text, bold(13.5));
        }
        _ => {}
    }
}

/// "8.4 km", "132 km".
pub(super) fn kilometres(km: f64, words: &Words) -> String {
    let digits = usize::from(km < 99.95);
    format!("{km:.digits$} {}", words.text("map-km"))
}

fn write(painter: &Painter, brush: Brush<'_>, middle: Pos2, text: &str, font: FontId) {
    let style = TextStyle { font: font.clone(), color: brush.colours.label, halo: brush.colours.halo };
    let galley = painter.layout_no_wrap(vis(text), font, style.color);
    let at = middle - galley.size() / 2.0;
    paint_haloed(painter, pos2(at.x.round(), at.y.round()), &galley, &style);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Lang;

    #[test]
    fn short_lengths_have_a_digit_more() {
        let en = Words::of(Lang::En);
        assert_eq!([8.42, 99.96, 132.4].map(|km| kilometres(km, en)), ["8.4 km", "100 km", "132 km"]);
    }
}
