//! Online tiles: pictures of the ground from a server that the person at the window chose.
//!
//! The only part of the program that uses the network, and only between `OnlineTiles::start` and the drop
//! of what it returns. It is started in one place, by a button below the sentence that says what is sent
//! where (`ui::online`). Neither switch nor address belongs to the view, a project or a file:
//! nothing that is opened or drawn off screen can start it. Tiles are kept in memory alone.
//!
//! walkers has a fetcher too; it writes what goes wrong into a log, where the person at the window never
//! learns of it, and a name that is looked up in vain would keep the window waiting when it is dropped.

mod cover;
mod fetch;
mod template;
mod trouble;

use std::num::NonZeroUsize;

use eframe::egui::epaint::Mesh;
use eframe::egui::{Color32, Context, Rect, Shape, TextureHandle, TextureOptions, pos2};
use lru::LruCache;
use walkers::TileId;

use super::screen::Screen;
use fetch::{Fetcher, Outcome};
pub(in crate::ui) use template::Template;
pub(in crate::ui) use trouble::Trouble;

/// What the program calls itself to a server.
pub(in crate::ui) const AGENT: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));

/// The address that is suggested, its host, and what it wants to be credited with.
pub(in crate::ui) const SUGGESTED: &str = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
pub(in crate::ui) const SUGGESTED_HOST: &str = "tile.openstreetmap.org";
pub(in crate::ui) const SUGGESTED_CREDIT: &str = "© OpenStreetMap contributors";

/// Tiles kept in memory at least.
const KEPT: NonZeroUsize = NonZeroUsize::MIN.saturating_add(255);

/// Failures in a row after which the server is left alone.
const MOST_FAILURES: usize = 3;

/// A server that is being asked, and what came of it.
pub(in crate::ui) struct OnlineTiles {
    /// Whom they are asked of.
    pub(in crate::ui) template: Template,
    /// Who is to be named for them.
    pub(in crate::ui) credit: String,
    fetcher: Fetcher,
    kept: LruCache<TileId, Kept>,
    n_failures: usize,
    /// Why the server is left alone.
    stopped: Option<Trouble>,
    /// Why some tile of the view is wanting.
    wanting: Option<Trouble>,
}

enum Kept {
    Picture(TextureHandle),
    Failed(Trouble),
}

impl OnlineTiles {
    /// From here on the server of `template` is asked for what the map shows.
    pub(in crate::ui) fn start(ctx: &Context, template: Template, credit: String) -> Self {
        let fetcher = Fetcher::start(ctx, &template);
        let kept = LruCache::new(KEPT);
        Self { template, credit, fetcher, kept, n_failures: 0, stopped: None, wanting: None }
    }

    /// What is wrong, if anything.
    pub(in crate::ui) fn trouble(&self) -> Option<&Trouble> {
        self.stopped.as_ref().or(self.wanting.as_ref())
    }

    /// Has any tile come yet?
    pub(super) fn has_pictures(&self) -> bool {
        self.kept.iter().any(|(_, kept)| matches!(kept, Kept::Picture(_)))
    }

    /// Asks again for what failed.
    pub(in crate::ui) fn retry(&mut self, ctx: &Context) {
        let failed = self.kept.iter().filter(|(_, kept)| matches!(kept, Kept::Failed(_))).map(|(t, _)| *t);
        for tile in failed.collect::<Vec<_>>() {
            self.kept.pop(&tile);
        }
        (self.n_failures, self.stopped, self.wanting) = (0, None, None);
        // A new thread reads the computer's certificates anew.
        self.fetcher = Fetcher::start(ctx, &self.template);
    }

    /// The tiles that `screen` shows, as far as they have come; asks for the others.
    pub(super) fn shapes(&mut self, ctx: &Context, screen: &Screen, tint: Color32) -> Vec<Shape> {
        let visible = cover::visible(screen);
        let room = NonZeroUsize::new(visible.len() * 2).unwrap_or(KEPT);
        if room > self.kept.cap() {
            self.kept.resize(room);
        }
        let (done, failed) = self.fetcher.take();
        for (tile, outcome) in done {
            self.keep(ctx, tile, outcome);
        }
        self.stopped = self.stopped.take().or(failed);
        self.wanting = visible.iter().find_map(|tile| match self.kept.get(tile) {
            Some(Kept::Failed(trouble)) => Some(trouble.clone()),
            _ => None,
        });
        let is_asking = self.stopped.is_none();
        self.fetcher.want(visible.iter().copied().filter(|t| is_asking && !self.kept.contains(t)));
        visible.into_iter().filter_map(|tile| self.shape(screen, tile, tint)).collect()
    }

    fn keep(&mut self, ctx: &Context, tile: TileId, outcome: Outcome) {
        let kept = match outcome {
            Ok(picture) => {
                self.n_failures = 0;
                Kept::Picture(ctx.load_texture("tile", picture, TextureOptions::LINEAR))
            }
            Err(trouble) => {
                self.n_failures += usize::from(!trouble.is_of_tile());
                if trouble.is_final() || self.n_failures >= MOST_FAILURES {
                    self.stopped = Some(trouble.clone());
                }
                Kept::Failed(trouble)
            }
        };
        self.kept.put(tile, kept);
    }

    /// A tile in its place, or what a larger one shows of it.
    fn shape(&mut self, screen: &Screen, tile: TileId, tint: Color32) -> Option<Shape> {
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        let (texture, uv) =
            std::iter::once((tile, whole)).chain(cover::larger(tile)).find_map(|(tile, uv)| {
                match self.kept.get(&tile) {
                    Some(Kept::Picture(texture)) => Some((texture.id(), uv)),
                    _ => None,
                }
            })?;
        let mut mesh = Mesh::with_texture(texture);
        mesh.add_rect_with_uv(cover::place(screen, tile), uv, tint);
        Some(Shape::mesh(mesh))
    }
}
