//! «took control of X, where they burnt its court, and of Y and Z», «raids on X, which was destroyed, and on Y»: the list of
//! what was taken or hit goes on behind what is told of its first member.

use crate::events::acts::draft::Draft;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// Gives the places behind a comma and «and of» to the act of taking or bombing that governs «of», and not to the verb
/// between.
pub(in crate::events) fn resume_on(reading: &Reading<'_>, items: &[Item], out: &mut Vec<Draft>) {
    let on = |i: &Item| i.is_cue(Cue::Prep(Prep::On));
    let resumes = |w: &[Item]| w[0].what == What::Comma && on(&w[1]) && w[1].is_joined();
    let Some(at) = items.windows(2).position(resumes).map(|i| i + 2) else { return };
    let mut places = Vec::new();
    for item in &items[at..] {
        match item.what {
            What::Place(p) if places.is_empty() || item.is_joined() => places.push(p),
            What::Comma | What::Quote if !places.is_empty() => {}
            _ => break,
        }
    }
    let start = items[at - 1].from;
    let governs = |d: &Draft| {
        let first = d.places.first().map(|&p| reading.places[p].tokens.start);
        let place = first.map_or(0, |t| items.partition_point(|i| i.from < t));
        let told = d.trigger.0 < start && place > 0 && place < at;
        // «…, and launched an attack on X, and on Y»: the nearer one governs.
        let nearest = told && !items[place..at - 1].iter().any(on);
        let takes = d.frame == Frame::Take && !d.is_noun || matches!(d.frame, Frame::Strike | Frame::Fight);
        nearest && takes && on(&items[place - 1])
    };
    let own = |d: &Draft| d.places.iter().any(|p| places.contains(p));
    let Some(take) = out.iter().position(governs).filter(|&t| !places.is_empty() && !own(&out[t])) else {
        return;
    };
    let mut more = out[take].clone();
    let scene = more.places.clone();
    let between = |d: &Draft| d.trigger.0 > more.trigger.0 && d.trigger.0 < start;
    for draft in out.iter_mut().filter(|d| between(d) && own(d)) {
        draft.places.clone_from(&scene); // what is told between was there
    }
    let tokens = &reading.places[places[0]].tokens;
    more.trigger = (tokens.start, tokens.end);
    more.quote = more.trigger;
    more.is_partial = false;
    more.places = places.into_iter().collect();
    more.why.push("the list goes on without the verb".into());
    out.push(more);
}
