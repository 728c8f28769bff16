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
        if done.iter().any(|(_, outcome)| outcome.as_ref().is_err_and(Trouble::is_final)) {
            return;
        }
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
        if outcome.as_ref().is_err_and(Trouble::is_final) {
            papers.wanted.clear();
        }
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

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::time::Instant;

    use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
    use rustls::{ServerConfig, ServerConnection};

    use super::*;

    const TILE: TileId = TileId { x: 77, y: 50, zoom: 7 };

    /// What comes of asking `address` for one tile.
    fn ask(address: &str) -> Outcome {
        let template = Template::parse(address).expect("a good address");
        let fetcher = Fetcher::start(&Context::default(), &template);
        let start = Instant::now();
        loop {
            fetcher.want([TILE].into_iter());
            match fetcher.take() {
                (_, Some(trouble)) => return Err(trouble),
                (done, None) => {
                    if let Some((tile, outcome)) = done.into_iter().next() {
                        assert_eq!(tile, TILE);
                        return outcome;
                    }
                }
            }
            assert!(start.elapsed() < Duration::from_mins(1), "no outcome");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// A server that answers everything alike; its port.
    fn serve(answer: Vec<u8>) -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("it is bound").port();
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let _ = stream.read(&mut [0; 4096]);
                let _ = stream.write_all(&answer);
            }
        });
        port
    }

    fn answered(head: &str, body: &[u8]) -> Outcome {
        let length = body.len();
        let head = format!("HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
        let port = serve([head.as_bytes(), body].concat());
        ask(&format!("http://127.0.0.1:{port}/{{z}}/{{x}}/{{y}}"))
    }

    fn png(side: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let picture = image::RgbImage::from_pixel(side, side, image::Rgb([9, 8, 7]));
        picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).expect("a small picture");
        bytes
    }

    #[test]
    fn what_a_server_answers_becomes_a_tile_or_a_trouble() {
        assert_eq!(answered("200 OK", &png(256)).expect("a tile").size, [256, 256]);
        let trouble = |head: &str, body: &[u8]| answered(head, body).expect_err(head);
        assert_eq!(trouble("404 Not Found", b""), Trouble::Status(404));
        assert_eq!(trouble("503 Busy", b"later"), Trouble::Status(503));
        assert_eq!(trouble("200 OK", b"<html>"), Trouble::NotPicture);
        assert_eq!(trouble("200 OK", b""), Trouble::NotPicture);
        assert_eq!(trouble("200 OK", &png(MOST_PIXELS + 1)), Trouble::NotPicture);
        assert_eq!(trouble("200 OK", &vec![0; MOST_BYTES + 1]), Trouble::NotPicture);
        let elsewhere = "302 Found\r\nLocation: http://localhost:9/7/77/50.png";
        assert_eq!(trouble(elsewhere, b""), Trouble::Redirected);
    }

    #[test]
    fn a_server_that_never_answers_does_not_hold_up_the_end() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("it is bound").port();
        let address = format!("http://127.0.0.1:{port}/{{z}}/{{x}}/{{y}}");
        let fetcher = Fetcher::start(&Context::default(), &Template::parse(&address).expect("an address"));
        fetcher.want([TILE].into_iter());
        let (mut silent, _) = listener.accept().expect("it asks");
        let start = Instant::now();
        drop(fetcher);
        assert!(start.elapsed() < PATIENCE[0] / 2, "{:?}", start.elapsed());
        // The connection has ended with it.
        assert!(silent.read_to_end(&mut Vec::new()).is_ok());
    }

    #[test]
    fn a_server_that_is_not_there_is_told() {
        let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = free.local_addr().expect("it is bound").port();
        drop(free);
        let outcome = ask(&format!("http://127.0.0.1:{port}/{{z}}/{{x}}/{{y}}"));
        assert_eq!(outcome.expect_err("nobody listens"), Trouble::Unreachable);
        let outcome = ask(&format!("https://127.0.0.1:{}/{{z}}/{{x}}/{{y}}", serve(b"no TLS\r\n".to_vec())));
        let trouble = outcome.expect_err("it speaks no TLS");
        assert!(trouble == Trouble::Encryption || is_without_roots(&trouble), "{trouble:?}");
    }

    /// A machine without any certificates has nobody to trust and says so.
    fn is_without_roots(trouble: &Trouble) -> bool {
        matches!(trouble, Trouble::Client(reason) if reason.contains("No CA certificates"))
    }

    #[test]
    fn https_comes_as_far_as_the_certificate_and_sends_nothing_to_a_stranger() {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .and_then(|b| b.with_no_client_auth().with_single_cert(vec![made.cert.into()], key))
            .expect("a server's settings");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("it is bound").port();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("a caller");
            let mut connection = ServerConnection::new(Arc::new(config)).expect("a connection");
            let ended = connection.complete_io(&mut stream).err();
            let mut read = Vec::new();
            let _ = connection.reader().read_to_end(&mut read);
            (ended.map(|e| e.to_string()), read)
        });
        let trouble = ask(&format!("https://localhost:{port}/{{z}}/{{x}}/{{y}}")).expect_err("a stranger");
        if is_without_roots(&trouble) {
            return;
        }
        assert_eq!(trouble, Trouble::Untrusted);
        let (ended, read) = server.join().expect("the server ends");
        assert!(
            ended.is_some_and(|e| e.contains("UnknownCA")),
            "the caller knew the certificate and refused"
        );
        assert!(read.is_empty(), "{read:?}");
    }
}
