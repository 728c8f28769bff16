//! A thread that asks one server for tiles. It lives as long as its [`Fetcher`] and ends with it.

use std::io::Cursor;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use eframe::egui::{ColorImage, Context};
use image::{ImageReader, Limits};
use reqwest::redirect::{Action, Attempt, Policy};
use reqwest::{Client, Url};
use tokio::sync::{Notify, oneshot};
use walkers::TileId;

use super::AGENT;
use super::template::Template;
use super::trouble::Trouble;

/// Requests under way at once; public servers ask for no more.
const AT_ONCE: usize = 2;

/// How long a connection, and a whole answer, may take.
const PATIENCE: [Duration; 2] = [Duration::from_secs(10), Duration::from_secs(30)];

/// The largest answer that is read, in bytes, and the largest side of a tile, in pixels.
const MOST_BYTES: usize = 4 << 20;
const MOST_PIXELS: u32 = 1024;

/// A server sends a request on so often at most.
const MOST_REDIRECTS: usize = 4;

/// What became of the request for a tile.
pub(super) type Outcome = Result<ColorImage, Trouble>;

/// The thread and what it shares with the window. Dropping it breaks off what is under way and waits for
/// the thread, which never waits for the network itself: afterwards nothing is sent.
pub(super) struct Fetcher {
    desk: Arc<Desk>,
    quit: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// Where the window leaves wishes and the thread leaves tiles.
#[derive(Default)]
struct Desk {
    papers: Mutex<Papers>,
    bell: Notify,
}

#[derive(Default)]
struct Papers {
    /// What is to be asked for, the first last.
    wanted: Vec<TileId>,
    under_way: Vec<TileId>,
    done: Vec<(TileId, Outcome)>,
    /// Why nothing can be asked for at all.
    failed: Option<Trouble>,
}

impl Fetcher {
    /// Starts the thread; it asks for nothing until something is wanted.
    pub(super) fn start(ctx: &Context, template: &Template) -> Self {
        let desk = Arc::new(Desk::default());
        let (quit, quitting) = oneshot::channel();
        let (of_thread, template, ctx) = (desk.clone(), template.clone(), ctx.clone());
        let thread = std::thread::Builder::new().name("tiles".to_owned()).spawn(move || {
            if let Err(trouble) = run(&of_thread, template, &ctx, quitting) {
                of_thread.papers().failed = Some(trouble);
                ctx.request_repaint();
            }
        });
        let failed = thread.as_ref().err().map(|e| Trouble::Client(e.to_string()));
        desk.papers().failed = failed;
        Self { desk, quit: Some(quit), thread: thread.ok() }
    }

    /// Takes what has come, and why nothing can come.
    pub(super) fn take(&self) -> (Vec<(TileId, Outcome)>, Option<Trouble>) {
        let mut papers = self.desk.papers();
        (std::mem::take(&mut papers.done), papers.failed.take())
    }

    /// Replaces what is wanted, the most urgent first. What has come but was not taken is not asked again.
    pub(super) fn want(&self, tiles: impl DoubleEndedIterator<Item = TileId>) {
        let mut papers = self.desk.papers();
        let Papers { wanted, under_way, done, .. } = &mut *papers;
        wanted.clear();
        wanted.extend(tiles.rev().filter(|t| !under_way.contains(t) && !done.iter().any(|(d, _)| d == t)));
        if !wanted.is_empty() {
            self.desk.bell.notify_waiters();
        }
    }
}

impl Drop for Fetcher {
    fn drop(&mut self) {
        self.desk.papers().wanted.clear();
        drop(self.quit.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Desk {
    fn papers(&self) -> MutexGuard<'_, Papers> {
        self.papers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The most urgent tile, as soon as there is one.
    async fn next(&self) -> TileId {
        loop {
            let rung = self.bell.notified();
            if let Some(tile) = self.begin() {
                return tile;
            }
            rung.await;
        }
    }

    fn begin(&self) -> Option<TileId> {
        let mut papers = self.papers();
        let tile = papers.wanted.pop()?;
        papers.under_way.push(tile);
        Some(tile)
    }

    fn put(&self, tile: TileId, outcome: Outcome) {
        let mut papers = self.papers();
        papers.under_way.retain(|t| *t != tile);
        papers.done.push((tile, outcome));
    }
}

/// Asks until the other end of `quitting` is gone. A name being looked up is left to itself.
fn run(
    desk: &Arc<Desk>,
    template: Template,
    ctx: &Context,
    quitting: oneshot::Receiver<()>,
) -> Result<(), Trouble> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|e| Trouble::Client(e.to_string()))?;
    let client = client(&template)?;
    let template = Arc::new(template);
    for _ in 0..AT_ONCE {
        let (desk, client, template, ctx) = (desk.clone(), client.clone(), template.clone(), ctx.clone());
        runtime.spawn(async move {
            loop {
                let tile = desk.next().await;
                let outcome = fetch(&client, &template, tile).await;
                desk.put(tile, outcome);
                ctx.request_repaint();
            }
        });
    }
    let _ = runtime.block_on(quitting);
    runtime.shutdown_background();
    Ok(())
}

/// A client that tells the server nothing but the program's name, and stays with the server agreed to.
fn client(template: &Template) -> Result<Client, Trouble> {
    // Without a provider reqwest panics; that another one stands already is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let [connect, whole] = PATIENCE;
    let builder = Client::builder()
        .user_agent(AGENT)
        .referer(false)
        .connect_timeout(connect)
        .timeout(whole)
        .redirect(Policy::custom(stay));
    // The computer's own proxy is for the world outside.
    let builder = if template.is_local() { builder.no_proxy() } else { builder };
    builder.build().map_err(|e| Trouble::Client(root_of(&e)))
}

/// Follows a server to another address of its own, never to another host or out of encryption.
fn stay(attempt: Attempt<'_>) -> Action {
    let site = |url: &Url| (url.host_str().map(str::to_owned), url.port_or_known_default());
    let Some(first) = attempt.previous().first() else { return attempt.stop() };
    let is_upgrade = first.scheme() == "http"
        && attempt.url().scheme() == "https"
        && (first.port(), attempt.url().port()) == (None, None);
    let is_same = first.scheme() == attempt.url().scheme() && site(first) == site(attempt.url());
    let is_same_host = first.host_str() == attempt.url().host_str();
    if is_same_host && (is_same || is_upgrade) && attempt.previous().len() <= MOST_REDIRECTS {
        attempt.follow()
    } else {
        attempt.error("sent on to somewhere else")
    }
}

/// The words of the innermost cause.
fn root_of(error: &dyn std::error::Error) -> String {
    error.source().map_or_else(|| error.to_string(), root_of)
}

async fn fetch(client: &Client, template: &Template, tile: TileId) -> Outcome {
    let mut response = client.get(template.url(tile)).send().await.map_err(|e| Trouble::of(&e))?;
    let status = response.status();
    if !status.is_success() {
        return Err(Trouble::Status(status.as_u16()));
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|e| Trouble::of(&e))? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > MOST_BYTES {
            return Err(Trouble::NotPicture);
        }
    }
    decode(&bytes).ok_or(Trouble::NotPicture)
}

/// The picture in `bytes`, unless it is larger than any tile.
fn decode(bytes: &[u8]) -> Option<ColorImage> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_PIXELS);
    limits.max_image_height = Some(MOST_PIXELS);
    reader.limits(limits);
    let picture = reader.decode().ok()?.into_rgba8();
    let size = [picture.width() as usize, picture.height() as usize];
    Some(ColorImage::from_rgba_unmultiplied(size, picture.as_raw()))
}
