//! Lists of places below a line that says what befell them: «what they took since then:», then a line for
//! each day or town.

use smallvec::SmallVec;

use crate::events::EventKind;
use crate::events::acts::draft::{Actors, Draft};
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::{Item, What};
use crate::events::doers::act_on::Subject;
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;

/// A line that opens a list.
#[derive(Clone, Debug)]
pub(in crate::events) struct Heading {
    kind: EventKind,
    frame: Frame,
    initiators: Actors,
    targets: Actors,
    date: Option<usize>,
    /// Does it end with a colon, so that a line of it need not begin with a mark or day?
    has_colon: bool,
}

/// Does sentence `s` open a list of what was taken or lost?
fn heading(
    reading: &Reading<'_>,
    s: usize,
    items: &[Item],
    clauses: &[Clause],
    last: &Subject,
) -> Option<Heading> {
    let sentence = &reading.sentences[s];
    let end = sentence.tokens.end.checked_sub(1)?;
    let has_colon = reading.text.fold_at(end) == ":";
    if !has_colon && !sentence.is_headline {
        return None;
    }
    if items.iter().any(|i| matches!(i.what, What::Place(p) if !reading.places[p].kind.is_area())) {
        return None;
    }
    let (clause, trigger) = clauses.iter().rev().find_map(|c| {
        let trigger = c.finite?.trigger?;
        let takes =
            matches!(reading.frame_of(trigger), Frame::Take | Frame::Lose | Frame::Enter | Frame::Fall);
        takes.then_some((c, trigger))
    })?;
    let row = &reading.knowledge.triggers.all[trigger.trigger as usize];
    let subject = if clause.subject.is_empty() { last.actors() } else { &clause.subject };
    let subject: Actors = subject.iter().copied().collect();
    let loses = matches!(row.frame, Frame::Lose | Frame::Fall);
    let (initiators, targets) = if loses { (Actors::new(), subject) } else { (subject, Actors::new()) };
    let date = items.iter().find_map(|i| match i.what {
        What::Date(d) if reading.dates[d].range.is_some() => Some(d),
        _ => None,
    });
    Some(Heading {
        kind: EventKind::from_word(&row.kind)?,
        frame: row.frame,
        initiators,
        targets,
        date,
        has_colon,
    })
}

/// Opens a list, or adds the event of a line to the drafts `out` of sentence `s`.
pub(in crate::events) fn enlist(
    reading: &Reading<'_>,
    s: usize,
    (items, clauses): (&[Item], &[Clause]),
    last: &Subject,
    open: &mut Option<Heading>,
    out: &mut Vec<Draft>,
) {
    if let Some(opened) = heading(reading, s, items, clauses, last) {
        out.retain(|d| d.frame != opened.frame || !d.places.is_empty());
        *open = Some(opened);
        return;
    }
    open.take_if(|h| !h.is_line(items));
    out.extend(open.as_ref().and_then(|h| line(reading, h, s, items, out)));
    out.sort_by_key(|d| d.trigger);
}

impl Heading {
    /// Is the line one of its list: does it begin with a mark, a day or, after a colon, a place?
    fn is_line(&self, items: &[Item]) -> bool {
        items.first().is_some_and(|i| match i.what {
            What::Stop | What::Date(_) => true,
            What::Number(_) | What::Place(_) => self.has_colon,
            _ => false,
        })
    }
}

/// The event of a line of the list: at the places named before the line tells an act of its own.
fn line(reading: &Reading<'_>, heading: &Heading, s: usize, items: &[Item], told: &[Draft]) -> Option<Draft> {
    let first_act = told.iter().map(|d| d.trigger.0).min().unwrap_or(usize::MAX);
    let governed = |at: usize| {
        items[at].proclitic().is_some() || at.checked_sub(1).is_some_and(|j| items[j].prep().is_some())
    };
    let places: SmallVec<[usize; 2]> = items
        .iter()
        .enumerate()
        .take_while(|(_, i)| i.to <= first_act)
        .filter_map(|(at, i)| match i.what {
            What::Place(p) if !governed(at) && !reading.places[p].is_qualifier => Some(p),
            _ => None,
        })
        .collect();
    // «X and Y, the largest towns of the countryside»: beside towns an area only says where.
    let is_site = |p: &usize| !reading.places[*p].kind.is_area();
    let mut places = places;
    if places.iter().any(is_site) {
        places.retain(|p| is_site(p));
    }
    let (first, last) = (*places.first()?, *places.last()?);
    let (first, last) = (&reading.places[first].tokens, &reading.places[last].tokens);
    let span = (first.start, last.end);
    let mut draft = Draft::empty(heading.kind, heading.frame, s, (first.start, first.end));
    draft.quote = span;
    draft.initiators.clone_from(&heading.initiators);
    draft.targets.clone_from(&heading.targets);
    draft.is_partial = places.iter().any(|&p| reading.places[p].is_part);
    draft.places = places;
    draft.date = items.iter().find_map(|i| match i.what {
        What::Date(d) if i.to <= first.start => Some(d),
        _ => None,
    });
    draft.date = draft.date.or(heading.date);
    draft.why.push("a line of a list below what befell its places".into());
    Some(draft)
}
