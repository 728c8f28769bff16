//! What closes in one sentence: one closure told twice, or two things that closed.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::PlaceKind;
use crate::knowledge::triggers::Frame;

/// «the airport closed and all flights were cancelled» is one closure; what closes elsewhere or on another day is another,
/// if not on the roads around.
pub(in crate::events) fn join_closures(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    const AROUND_KM: f64 = 30.0;
    reopen(out);
    let Some(first) = out.iter().position(|d| d.frame == Frame::Close) else { return };
    let (places, date) = (out[first].places.clone(), out[first].date);
    let on_road = out[first].is_on_road;
    // «the power of X was cut, and its airport closed»: two things, each with a verb and a place of its own.
    let other = |p: &usize, q: &usize| {
        let (p, q) = (&reading.places[*p], &reading.places[*q]);
        // «the airport of X closed, and the flights to X were cancelled»
        let site = |kind: PlaceKind| matches!(kind, PlaceKind::Base | PlaceKind::Crossing);
        let of_it = site(q.kind) && !site(p.kind);
        !of_it && p.place.is_some() && q.place.is_some() && p.place != q.place && !p.is_road && !q.is_road
    };
    let apart = |p: &usize, q: &usize| {
        let known = |n: usize| reading.places[n].place.map(|i| reading.knowledge.conflict.place(i));
        p != q && known(*p).zip(known(*q)).is_none_or(|(a, b)| a.at.distance_km(b.at) > AROUND_KM)
    };
    let elsewhere = |d: &Draft| {
        let away = |p: &usize| places.iter().all(|q| apart(p, q));
        let beside = |p: &usize| places.iter().all(|q| other(p, q));
        let own = !d.is_noun && !d.is_on_road && !on_road && d.places.iter().all(beside);
        !places.is_empty() && !d.places.is_empty() && (own || d.places.iter().all(away))
            || d.date.is_some() && d.date != date
    };
    let mut at = 0;
    out.retain(|d| {
        let keep = d.frame != Frame::Close || first == at || !d.initiators.is_empty() || elsewhere(d);
        at += 1;
        keep
    });
}

/// «the army did again the opening of the road»: the verb says who, and the noun what was opened.
fn reopen(out: &mut Vec<Draft>) {
    const REACH: usize = 4;
    for i in (1..out.len()).rev() {
        let (verb, noun) = (&out[i - 1], &out[i]);
        let near = verb.trigger.1 <= noun.trigger.0 && noun.trigger.0 <= verb.trigger.1 + REACH;
        let both = verb.frame == Frame::Close && noun.frame == Frame::Close && near;
        if both && !verb.is_noun && verb.places.is_empty() && !noun.places.is_empty() {
            let verb = out.remove(i - 1);
            let noun = &mut out[i - 1];
            noun.quote.0 = noun.quote.0.min(verb.quote.0);
            noun.date = noun.date.or(verb.date);
            if verb.is_on_road {
                noun.places.truncate(1);
            }
            if noun.initiators.is_empty() {
                noun.initiators = verb.initiators;
            }
        }
    }
}
