//! Second pass: which candidates are places at all.

use super::Story;
use super::scan::Draft;
use crate::knowledge::status::{Cue as StatusCue, CueForm};
use crate::knowledge::triggers::Frame;
use crate::knowledge::{Doubt, Knowledge, PartKind, Place, PlaceIdx, PlaceKind};
use crate::text::{ARTICLE, Affixes, Text, TokenKind};

/// The population from which a city is known by its name alone.
const GREAT: u32 = 50_000;

/// How much a candidate has for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Rejected,
    /// Only a firm neighbour in a list saves it.
    Doubtful,
    Firm,
}

/// Keeps the firm candidates.
pub(super) fn firm(
    story: Story<'_>,
    text: &Text<'_>,
    knowledge: &Knowledge,
    drafts: Vec<Draft>,
) -> Vec<Draft> {
    let judge = Judge { story, text, knowledge };
    let mut standing: Vec<Standing> = drafts.iter().map(|d| judge.alone(d)).collect();
    judge.known_by_cue(&drafts, &mut standing);
    judge.placed(&drafts, &mut standing);
    judge.neighbours(&drafts, &mut standing);
    judge.dated(&drafts, &mut standing);
    let mut keep = standing.iter().map(|s| *s == Standing::Firm);
    let mut drafts = drafts;
    drafts.retain(|_| keep.next().unwrap_or(false));
    judge.named_again(&mut drafts);
    drafts
}

pub(super) struct Judge<'t, 'a> {
    story: Story<'t>,
    pub(super) text: &'t Text<'a>,
    pub(super) knowledge: &'t Knowledge,
}

impl Judge<'_, '_> {
    fn alone(&self, draft: &Draft) -> Standing {
        let cued = draft.cue.is_some() || draft.part.is_some() || draft.shared;
        if draft.again || draft.cue.is_some() && draft.places.is_empty() || cued && !draft.adjective {
            return Standing::Firm;
        }
        if draft.places.is_empty() || self.is_surname(draft) || self.is_adjective_of_site(draft) {
            return Standing::Rejected;
        }
        if self.is_pair_told(draft) {
            return Standing::Rejected;
        }
        if draft.adjective {
            let preposition = draft.locative || draft.cue.is_some();
            return if preposition { Standing::Firm } else { Standing::Rejected };
        }
        if draft.doubt != Doubt::None && (self.is_object(draft) || self.is_label(draft)) {
            return Standing::Firm;
        }
        match draft.doubt {
            Doubt::Noun if draft.governed || self.is_in_story(draft) => return Standing::Firm,
            Doubt::Word if draft.governed || draft.locative => return Standing::Firm,
            Doubt::Noun | Doubt::Word => return Standing::Doubtful,
            Doubt::None => {}
        }
        let known = || self.is_at_home(draft) || self.is_long(draft) || self.is_great(draft);
        if draft.locative || draft.governed || known() { Standing::Firm } else { Standing::Doubtful }
    }

    /// Does the word at token `i` bear the article?
    pub(super) fn is_definite(&self, i: usize) -> bool {
        self.text.is_definite(i)
    }

    /// «the villages (two) A and B …, entered the two villages»: a name that only says «the two villages», where two of
    /// them were told before.
    fn is_pair_told(&self, draft: &Draft) -> bool {
        const REACH: usize = 120;
        let at = draft.tokens.end.saturating_sub(1);
        let pair = |m: &CueForm| m.cue == StatusCue::TwoPlaces;
        let found = self.knowledge.status.lexicon.longest_at(self.text, at);
        let name = found.filter(|m| m.affixes.has(Affixes::AL) && m.value.iter().any(pair));
        if name.is_none() || draft.cue.is_some() || draft.part.is_some() {
            return false;
        }
        let folded = self.text.fold_at(at);
        let own = folded.strip_prefix(ARTICLE).and_then(|w| w.strip_suffix('\u{646}'));
        let told = |own| (at.saturating_sub(REACH)..at).any(|i| self.text.fold_at(i).ends_with(own));
        own.is_some_and(told)
    }

    /// A given name before it makes it a surname.
    fn is_surname(&self, draft: &Draft) -> bool {
        let single = draft.name.len() == 1 && draft.affixes.is_empty();
        let before = draft.tokens.start.checked_sub(1).filter(|_| single);
        before.is_some_and(|i| {
            let words = &self.knowledge.place_words.words;
            if words.longest_at(self.text, i).is_some_and(|m| m.value.locative) {
                return self.is_ali(i); // or the preposition: they fold alike
            }
            let found = self.knowledge.actors.words.longest_at(self.text, i);
            found.is_some_and(|m| m.value.given && m.n_tokens == 1 && m.value.state.is_none())
        })
    }

    /// Is the token Ali, and not «on», in a text that writes the two apart?
    fn is_ali(&self, i: usize) -> bool {
        const ALI: &str = "\u{639}\u{644}\u{64A}";
        const ON: &str = " \u{639}\u{644}\u{649} ";
        self.text.tokens[i].span.of(self.text.source) == ALI && self.text.source.contains(ON)
    }

    /// Long enough not to be a common word by chance.
    fn is_long(&self, draft: &Draft) -> bool {
        draft.name.len() > 1 || self.text.fold_at(draft.name.start).chars().count() > 3
    }

    /// «in al-X» in the news of a war abroad: a governorate or town of that country that is a noun too.
    fn is_in_story(&self, draft: &Draft) -> bool {
        let conflict = &self.knowledge.conflict;
        let home = conflict.country.map(|c| conflict.place(c).country.as_str());
        let Some(country) = self.story.country.filter(|c| Some(*c) != home) else { return false };
        let own = |p: &PlaceIdx| {
            let place = conflict.place(*p);
            let large = matches!(place.kind, PlaceKind::City | PlaceKind::Town) || place.population >= GREAT;
            place.country == country && (place.kind == PlaceKind::Governorate || large)
        };
        draft.locative && self.is_definite(draft.name.start) && draft.places.iter().any(own)
    }

    /// A city or region so well known that its name, however short, is news of it.
    fn is_great(&self, draft: &Draft) -> bool {
        draft.places.iter().any(|&p| {
            let place = self.knowledge.conflict.place(p);
            place.population >= GREAT || place.kind == PlaceKind::Region
        })
    }

    /// Of the story's country, or a country itself.
    fn is_at_home(&self, draft: &Draft) -> bool {
        let conflict = &self.knowledge.conflict;
        let home = conflict.country.map(|c| conflict.place(c).country.as_str());
        draft.places.iter().any(|&p| {
            let place = conflict.place(p);
            place.kind == PlaceKind::Country || Some(place.country.as_str()) == home
        })
    }

    /// A doubtful name counts when the text goes on to say which area it lies in.
    fn placed(&self, drafts: &[Draft], standing: &mut [Standing]) {
        for i in 1..drafts.len() {
            let [before, after] = [&drafts[i - 1], &drafts[i]];
            let adjacent = after.tokens.start.saturating_sub(before.tokens.end) <= 1;
            let firm = adjacent && standing[i] == Standing::Firm && !self.describes(before);
            let placed = firm && after.locative && self.shares_area(before, after);
            let placed = placed || firm && self.lies_beside(before, after);
            if standing[i - 1] == Standing::Doubtful && placed {
                standing[i - 1] = Standing::Firm;
            }
        }
    }

    /// «in X east of Y»: does the text say where X lies by a side of a place that is near it?
    fn lies_beside(&self, site: &Draft, other: &Draft) -> bool {
        const NEAR_KM: f64 = 120.0;
        let conflict = &self.knowledge.conflict;
        let of_side = other.part.is_some_and(|p| p.kind == PartKind::Side);
        site.locative && of_side && site.tokens.end == other.tokens.start && {
            let near = |&a: &PlaceIdx, &b: &PlaceIdx| {
                conflict.place(a).at.distance_km(conflict.place(b).at) < NEAR_KM
            };
            site.places.iter().any(|a| other.places.iter().any(|b| near(a, b)))
        }
    }

    /// «the military operations in X»: an adjective, with the article behind a word that has it too.
    fn describes(&self, draft: &Draft) -> bool {
        let at = draft.tokens.start;
        let adjective = |i| {
            let found = self.knowledge.actors.words.longest_at(self.text, i);
            found.is_some_and(|m| m.value.modifier.is_some())
        };
        at > 0 && self.is_definite(at) && self.is_definite(at - 1) && adjective(at)
    }

    fn shares_area(&self, site: &Draft, area: &Draft) -> bool {
        const WIDE_KM: f64 = 200.0;
        let conflict = &self.knowledge.conflict;
        // A governorate abroad, of which nobody has told what lies in it.
        let open = |a: &Place, s: &Place| {
            let told = !a.members.is_empty() || !a.admin1.is_empty() && !s.admin1.is_empty();
            let near = a.country == s.country && a.at.distance_km(s.at) < WIDE_KM;
            a.kind == PlaceKind::Governorate && !told && near
        };
        area.places.iter().map(|&a| conflict.place(a)).any(|a| {
            a.kind.is_area()
                && site.places.iter().any(|s| {
                    let place = conflict.place(*s);
                    a.members.contains(s)
                        || (!a.admin1.is_empty() && place.admin1 == a.admin1)
                        || (a.kind == PlaceKind::Country && place.country == a.country)
                        || open(a, place)
                })
        })
    }

    /// Members of a list vouch for each other.
    fn neighbours(&self, drafts: &[Draft], standing: &mut [Standing]) {
        let joined = |i: usize| {
            let start = drafts[i].tokens.start;
            let then = drafts[i].affixes.is_empty() && start.checked_sub(1).is_some_and(|j| self.is_then(j));
            (drafts[i].listed || then) && self.adjacent(&drafts[i - 1], &drafts[i])
        };
        for i in 1..drafts.len() {
            if standing[i] == Standing::Doubtful && standing[i - 1] == Standing::Firm && joined(i) {
                standing[i] = Standing::Firm;
            }
        }
        for i in (1..drafts.len()).rev() {
            if standing[i - 1] == Standing::Doubtful && standing[i] == Standing::Firm && joined(i) {
                standing[i - 1] = Standing::Firm;
            }
        }
    }

    /// «X in May, then Y in June»: a name that goes on a list of places with their days, with its own day behind it.
    fn dated(&self, drafts: &[Draft], standing: &mut [Standing]) {
        const GAP: usize = 8;
        for i in 1..drafts.len() {
            let [before, draft] = [&drafts[i - 1], &drafts[i]];
            if standing[i] != Standing::Doubtful || standing[i - 1] != Standing::Firm {
                continue;
            }
            let start = draft.tokens.start;
            let joined = draft.affixes == Affixes::WA || draft.affixes.is_empty() && self.is_then(start - 1);
            let until = if draft.affixes.is_empty() { start.saturating_sub(1) } else { start };
            let gap = before.tokens.end..until;
            let own = || (gap.clone()).any(|t| self.tells_day(t)) && gap.clone().all(|t| self.may_date(t));
            let end = draft.tokens.end;
            let day = || self.tells_day(end) || self.may_date(end) && self.tells_day(end + 1);
            if joined && gap.len() <= GAP && own() && day() {
                standing[i] = Standing::Firm;
            }
        }
    }

    fn tells_day(&self, at: usize) -> bool {
        let number = self.text.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number);
        number || self.knowledge.time.lexicon.longest_at(self.text, at).is_some()
    }

    /// May the token stand in a date: a word of time, a number, a preposition, a mark?
    fn may_date(&self, at: usize) -> bool {
        let words = &self.knowledge.place_words.words;
        let mark = || self.text.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Mark);
        self.tells_day(at) || mark() || words.longest_at(self.text, at).is_some_and(|m| m.value.locative)
    }

    /// «then», of one word.
    fn is_then(&self, at: usize) -> bool {
        let found = self.knowledge.status.lexicon.longest_at(self.text, at);
        found.is_some_and(|m| m.n_tokens == 1 && m.value.iter().any(|c| c.cue == StatusCue::Then))
    }

    /// Is there nothing but a comma, "and" or "then" between the two, and perhaps a few words in brackets behind the first?
    fn adjacent(&self, first: &Draft, second: &Draft) -> bool {
        const IN_BRACKETS: usize = 4;
        let mut end = first.tokens.end;
        if self.text.fold_at(end) == "(" {
            let closes = (end + 1..end + 2 + IN_BRACKETS).find(|&i| self.text.fold_at(i) == ")");
            end = closes.map_or(end, |i| i + 1);
        }
        (end..second.tokens.start)
            .all(|i| matches!(self.text.fold_at(i), "\u{60C}" | "," | "\u{648}") || self.is_then(i))
            && second.tokens.start >= end
            && second.tokens.start - end <= 2
    }
}

impl Judge<'_, '_> {
    /// A doubtful name that the text has elsewhere with a cue counts after a preposition or a verb of war («left X»).
    fn known_by_cue(&self, drafts: &[Draft], standing: &mut [Standing]) {
        let firm: Vec<_> = (0..drafts.len())
            .filter(|&i| standing[i] == Standing::Firm && !drafts[i].again)
            .filter_map(|i| drafts[i].places.first().copied())
            .collect();
        let mut firm = firm;
        firm.sort_unstable();
        for (i, draft) in drafts.iter().enumerate() {
            let named = draft.places.first().is_some_and(|p| firm.binary_search(p).is_ok());
            if standing[i] == Standing::Doubtful && (draft.locative || self.follows_act(draft)) && named {
                standing[i] = Standing::Firm;
            }
        }
    }

    /// Does the name stand right behind a verb that tells what befell it?
    fn follows_act(&self, draft: &Draft) -> bool {
        const FRAMES: [Frame; 5] = [Frame::Leave, Frame::Take, Frame::Enter, Frame::Strike, Frame::Flee];
        let triggers = &self.knowledge.triggers;
        let acts = |i: usize| FRAMES.iter().any(|f| triggers.of_frame_at(self.text, i, *f).is_some());
        draft.affixes.is_empty() && draft.tokens.start.checked_sub(1).is_some_and(acts)
    }
}
