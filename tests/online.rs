//! Online tiles: a server on this computer sees nothing before the button, tiles after it, nothing after the end.

use std::io::{Cursor, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use eframe::egui::{Event, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use waqai::state::{Camera, Lang, View};
use waqai::ui::App;

use super::window::{CORPUS, window_on};

/// A window that looks at Hama from near by.
fn window(lang: Lang) -> Harness<'static, App> {
    let view = View {
        lang,
        camera: Some(Camera { lon: 36.7578, lat: 35.1318, zoom: 10.0 }),
        ..View::opening(&CORPUS)
    };
    window_on(view)
}

/// A server that answers one connection after the other and keeps what was asked.
struct Server {
    port: u16,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn start(status: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("it is bound").port();
        let heads = Arc::new(Mutex::new(Vec::new()));
        let kept = heads.clone();
        let mut tile = Vec::new();
        image::RgbImage::from_pixel(256, 256, image::Rgb([200, 30, 30]))
            .write_to(&mut Cursor::new(&mut tile), image::ImageFormat::Png)
            .expect("a small picture");
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { continue };
                let Some(head) = head_of(&mut stream) else { continue };
                kept.lock().expect("no test has failed").push(head);
                let length = tile.len();
                let _ = write!(
                    stream,
                    "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
                );
                let _ = stream.write_all(&tile);
            }
        });
        Self { port, heads }
    }

    fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    fn address(&self) -> String {
        format!("http://{}/{{z}}/{{x}}/{{y}}.png", self.host())
    }

    /// Everything asked so far: connections are answered in order, so whatever was sent before this
    /// question of our own has been read when it is answered.
    fn asked(&self) -> Vec<String> {
        let mut own = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        own.write_all(b"GET /own HTTP/1.1\r\n\r\n").expect("it reads");
        own.read_to_end(&mut Vec::new()).expect("it answers");
        let heads = self.heads.lock().expect("no test has failed");
        heads.iter().filter(|head| !head.starts_with("GET /own ")).cloned().collect()
    }
}

/// The lines before the empty one; nothing when the other end has gone.
fn head_of(stream: &mut TcpStream) -> Option<String> {
    stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).ok()?;
        head.push(byte[0]);
    }
    String::from_utf8(head).ok()
}

fn click(h: &mut Harness<'_, App>, name: &str) {
    h.get_by_label_contains(name).click();
    h.run_steps(3);
}

/// Opens the dialog and types an address into it.
fn ask(h: &mut Harness<'_, App>, address: &str) {
    click(h, "Layers");
    click(h, "Online tiles\u{2026}");
    h.get_by_role_and_label(Role::TextInput, "Address of the tiles").focus();
    h.run_steps(2);
    h.key_press_modifiers(Modifiers::COMMAND, Key::A);
    h.run_steps(2);
    h.event(Event::Text(address.to_owned()));
    h.run_steps(3);
}

/// Lets frames pass until `is_done`; a minute is for machines that do a lot else.
fn until(h: &mut Harness<'_, App>, what: &str, mut is_done: impl FnMut(&Harness<'_, App>) -> bool) {
    let start = Instant::now();
    while !is_done(h) {
        assert!(start.elapsed() < Duration::from_mins(1), "{what}");
        std::thread::sleep(Duration::from_millis(5));
        h.run_steps(1);
    }
}

fn says(h: &Harness<'_, App>, words: &str) -> bool {
    h.query_all_by_label_contains(words).next().is_some()
}

fn pan(h: &mut Harness<'_, App>) {
    for _ in 0..6 {
        h.key_press_modifiers(Modifiers::COMMAND, Key::ArrowRight);
        h.run_steps(3);
    }
}

#[test]
fn nothing_is_sent_before_the_button_and_nothing_after_the_end() {
    let server = Server::start("200 OK");
    let mut h = window(Lang::En);
    ask(&mut h, &server.address());
    let sentence = h.get_by_label_contains("your computer\u{2019}s network address");
    let told = sentence.accesskit_node().value().or(sentence.accesskit_node().label()).unwrap_or_default();
    assert!(told.contains(&server.host()) && told.contains("waqai/"), "{told}");
    assert!(!says(&h, "Online tiles: "));
    assert_eq!(server.asked(), Vec::<String>::new(), "asking is not agreeing");

    click(&mut h, "Turn on and ask");
    assert!(says(&h, &server.host()) && says(&h, "\u{a9} OpenStreetMap contributors"), "the mark");
    // 2^10 (36.7578 + 180) / 360 = 616.5; 35.1318 degrees north lie in row 404.
    until(&mut h, "the tile of Hama is asked for", |_| {
        server.asked().iter().any(|head| head.starts_with("GET /10/616/404.png HTTP/1.1\r\n"))
    });
    for head in server.asked() {
        let names = head.lines().skip(1).filter_map(|line| line.split(':').next());
        let other: Vec<_> = names.filter(|n| !["", "accept", "host", "user-agent"].contains(n)).collect();
        assert!(other.is_empty() && head.starts_with("GET /10/"), "{head}");
        assert!(head.contains("user-agent: waqai/"), "{head}");
    }

    let kept = h.state().state.view().to_json();
    assert!(!kept.contains("127.0.0.1") && !kept.contains("tile"), "{kept}");
    click(&mut h, "Turn online tiles off");
    assert!(!says(&h, "Online tiles: "));
    let n_before = server.asked().len();
    pan(&mut h);
    assert_eq!(server.asked().len(), n_before, "nothing after the end");

    let mut other = window_on(View::from_json(&kept, &View::default()).expect("a view of our own"));
    pan(&mut other);
    assert!(!says(&other, "Online tiles: "));
    assert_eq!(server.asked().len(), n_before, "a view starts nothing");
}

#[test]
fn leaving_the_dialog_sends_nothing_and_no_view_can_hold_the_switch() {
    let server = Server::start("200 OK");
    let mut h = window(Lang::En);
    ask(&mut h, &server.address());
    h.key_press(Key::Escape);
    h.run_steps(3);
    assert!(!says(&h, "Turn on and ask"));
    click(&mut h, "Layers");
    click(&mut h, "Online tiles\u{2026}");
    click(&mut h, "Leave off");
    pan(&mut h);
    assert_eq!(server.asked(), Vec::<String>::new());
    let view = View::opening(&CORPUS).to_json();
    for more in [r#""online": true"#, r#""tiles": "http://127.0.0.1/{z}/{x}/{y}""#] {
        let tampered = view.replacen('{', &format!("{{{more},"), 1);
        assert!(View::from_json(&tampered, &View::default()).is_err(), "{more}");
    }
    for more in ["tiles", "online"] {
        let tampered = view.replacen(r#""legend":"#, &format!(r#""{more}":true,"legend":"#), 1);
        assert!(tampered != view && View::from_json(&tampered, &View::default()).is_err(), "{more}");
    }
}

#[test]
fn a_bad_address_cannot_be_turned_on() {
    let mut h = window(Lang::En);
    ask(&mut h, "https://a.example/{z}/{x}.png");
    assert!(says(&h, "The address lacks"));
    assert!(!says(&h, "your computer\u{2019}s network address"), "nothing to agree to");
    click(&mut h, "Turn on and ask");
    assert!(!says(&h, "Online tiles: ") && says(&h, "Leave off"));
}

#[test]
fn a_server_that_turns_requests_down_is_left_alone_until_told_again() {
    let server = Server::start("403 Forbidden");
    let mut h = window(Lang::En);
    ask(&mut h, &server.address());
    click(&mut h, "Turn on and ask");
    until(&mut h, "it is told", |h| says(h, "turns the requests down"));
    pan(&mut h);
    let n_before = server.asked().len();
    assert!(n_before <= 2, "{n_before}: at most two were under way when the first answer came");
    click(&mut h, "Try again");
    until(&mut h, "it is asked again", |_| server.asked().len() > 2);
}

#[test]
fn the_dialog_and_the_mark_have_names_in_both_languages() {
    let server = Server::start("404 Not Found");
    for (lang, layers, open, on) in [
        (Lang::En, "Layers", "Online tiles\u{2026}", "Turn on and ask"),
        (
            Lang::Ar,
            "\u{627}\u{644}\u{637}\u{628}\u{642}\u{627}\u{62a}",
            "\u{62e}\u{631}\u{627}\u{626}\u{637} \u{645}\u{646} \u{627}\u{644}\u{625}\u{646}\u{62a}\u{631}\u{646}\u{62a}\u{2026}",
            "\u{634}\u{63a}\u{644}\u{647}\u{627} \u{648}\u{627}\u{637}\u{644}\u{628}\u{647}\u{627}",
        ),
    ] {
        let mut h = window(lang);
        click(&mut h, layers);
        click(&mut h, open);
        assert_eq!(h.unnamed_widgets(), Vec::<String>::new(), "{lang:?}");
        h.key_press_modifiers(Modifiers::COMMAND, Key::A);
        h.run_steps(2);
        h.event(Event::Text(server.address()));
        h.run_steps(3);
        assert!(says(&h, &server.host()), "{lang:?}: the field has the keyboard when the dialog opens");
        click(&mut h, on);
        until(&mut h, "a missing tile is told", |h| says(h, "404"));
        assert_eq!(h.unnamed_widgets(), Vec::<String>::new(), "{lang:?}");
    }
}
