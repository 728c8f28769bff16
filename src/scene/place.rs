//! The strip of the selected place: who holds it, and every claim for and against each holder.

use chrono::Datelike;

use super::events::{faction_name, title};
use super::inspector::{MentionRow, mention};
use super::words::{Arg, Words};
use super::{Rgb, UNKNOWN_COLOUR, colour_of};
use crate::control::{Claim, Control, Fold, Says, SiteState, SiteStatus};
use crate::events::Event;
use crate::knowledge::{Conflict, FactionId, OpeningBasis, Place, PlaceIdx, PlaceKind};
use crate::state::View;
use crate::store::Corpus;

/// Most events without a claim that are listed.
const MOST_OTHERS: usize = 40;

/// A side with its colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Short name.
    pub name: String,
    /// Colour in the view's palette.
    pub colour: Rgb,
}

/// Does a claim speak for a side or against it?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// The side holds the place, or comes to hold it.
    For,
    /// The side does not hold it, or leaves it.
    Against,
}

/// One claim about the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimRow {
    /// The event's id.
    pub event: String,
    /// The day or days, short.
    pub day: String,
    /// What it says, such as "takes it".
    pub says: String,
    /// The area or the city that it is about, when that is not the place itself.
    pub about: Option<String>,
    /// "for HTS", "against Government".
    pub stands: String,
    /// For or against.
    pub stand: Stand,
    /// The side it is about.
    pub side: Side,
    /// Who says so, and how: told as fact, claimed, denied.
    pub by: String,
    /// Is it one of those that decided the state on the view's day?
    pub decides: bool,
    /// Does it count only after the view's day?
    pub is_later: bool,
    /// Where it is told: every article that tells it.
    pub mentions: Vec<MentionRow>,
}

/// Another event at the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherRow {
    /// The event's id.
    pub event: String,
    /// Kind and place.
    pub title: String,
    /// The day or days, short.
    pub day: String,
    /// Colour of the faction that leads it.
    pub colour: Rgb,
}

/// Who holds the place on the view's day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The holder; "nobody known" when there is none.
    pub holder: Side,
    /// The other side, where it is contested.
    pub rival: Option<Side>,
    /// How firmly.
    pub status: SiteStatus,
    /// The same in words.
    pub status_words: String,
    /// Since when, in words.
    pub since: String,
    /// The rule that decided it, in words.
    pub rule: String,
    /// Who held it at the opening and how that is known.
    pub opening: Option<String>,
}

/// The strip of the selected place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceStrip {
    /// The place's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in the other language.
    pub other_name: String,
    /// What kind of place it is, and where.
    pub kind: String,
    /// Who holds it; nothing for an area.
    pub standing: Option<Standing>,
    /// For an area: how many of its sites each side holds, most first.
    pub shares: Vec<(Side, usize)>,
    /// Every claim, in order of day.
    pub claims: Vec<ClaimRow>,
    /// The other events there that the filters show, in order of day.
    pub others: Vec<OtherRow>,
}

impl PlaceStrip {
    /// The strip of the place that `view` selects; nothing when it selects none that is known.
    pub fn build(corpus: &Corpus, view: &View, shown: &[usize], control: &Control) -> Option<Self> {
        let conflict = &corpus.knowledge.conflict;
        let idx = conflict.place_of(view.place.as_deref()?)?;
        let place = conflict.place(idx);
        let teller = Teller { corpus, view, words: Words::of(view.lang), conflict };
        let state = control.site(idx);
        let fold = Fold::new(&corpus.events, &corpus.knowledge, view.control_options());
        let deciding = state.map_or(&[][..], |s| &s.event_ids);
        let claims: Vec<ClaimRow> =
            fold.claims_about(idx).filter_map(|claim| teller.claim(claim, deciding)).collect();
        let is_claimed = |e: &Event| claims.iter().any(|c| c.event == e.id);
        let is_here = |e: &Event| [&e.place, &e.destination].into_iter().flatten().any(|p| p.id == place.id);
        let others = shown.iter().map(|&i| &corpus.events[i]).filter(|e| is_here(e) && !is_claimed(e));
        Some(Self {
            id: place.id.clone(),
            name: view.lang.pick(&place.name_en, &place.name_ar).to_owned(),
            other_name: view.lang.other().pick(&place.name_en, &place.name_ar).to_owned(),
            kind: teller.kind(place),
            standing: state.map(|s| teller.standing(s, idx)),
            shares: if state.is_none() { teller.shares(place, control) } else { Vec::new() },
            others: others.take(MOST_OTHERS).map(|e| teller.other(e)).collect(),
            claims,
        })
    }
}

struct Teller<'a> {
    corpus: &'a Corpus,
    view: &'a View,
    words: &'static Words,
    conflict: &'a Conflict,
}

impl Teller<'_> {
    fn side(&self, id: Option<FactionId>) -> Side {
        let Some(id) = id else {
            return Side { name: self.words.text("map-nobody").to_owned(), colour: UNKNOWN_COLOUR };
        };
        let faction = self.conflict.faction(id);
        let name = self.view.lang.pick(&faction.short_en, &faction.short_ar).to_owned();
        Side { name, colour: colour_of(faction, self.view) }
    }

    /// "city · Hama"; the governorate in the view's language.
    fn kind(&self, place: &Place) -> String {
        let key = format!("place-{}", place.kind.as_str());
        let kind = self.words.find(&key).unwrap_or(place.kind.as_str()).to_owned();
        let around = self.conflict.place_of(&place.id).and_then(|idx| governorate_of(self.conflict, idx));
        let around = around.map(|p| self.view.lang.pick(&p.name_en, &p.name_ar).to_owned());
        [Some(kind), around].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn standing(&self, state: &SiteState, idx: PlaceIdx) -> Standing {
        let words = self.words;
        let since = match state.since {
            Some(day) => words.with("map-since", &[("day", Arg::S(&words.date(day)))]),
            None => words.text("map-opening").to_owned(),
        };
        let rule_key = format!("rule-{}", state.rule);
        Standing {
            holder: self.side(state.holder),
            rival: state.rival.map(|r| self.side(Some(r))),
            status: state.status,
            status_words: words.status(state.status).to_owned(),
            since,
            rule: words.find(&rule_key).unwrap_or(state.rule).to_owned(),
            opening: self.opening(idx),
        }
    }

    fn opening(&self, idx: PlaceIdx) -> Option<String> {
        let opening = self.conflict.opening.get(&idx)?;
        let side = self.side(Some(opening.holder)).name;
        let key = match opening.basis {
            OpeningBasis::Sourced => "strip-opening-sourced",
            OpeningBasis::Assumed => "strip-opening-assumed",
        };
        let day = self.words.date(self.conflict.opening_day);
        Some(self.words.with(key, &[("side", Arg::S(&side)), ("day", Arg::S(&day))]))
    }

    fn shares(&self, area: &Place, control: &Control) -> Vec<(Side, usize)> {
        let mut shares: Vec<(Option<FactionId>, usize)> = Vec::new();
        for holder in area.members.iter().filter_map(|&m| control.site(m)).map(|s| s.holder) {
            match shares.iter_mut().find(|(h, _)| *h == holder) {
                Some((_, n)) => *n += 1,
                None => shares.push((holder, 1)),
            }
        }
        shares.sort_by_key(|&(holder, n)| (std::cmp::Reverse(n), holder));
        shares.into_iter().map(|(holder, n)| (self.side(holder), n)).collect()
    }

    fn claim(&self, claim: &Claim, deciding: &[String]) -> Option<ClaimRow> {
        let event = self.corpus.event(&claim.id)?;
        let (key, stand, id) = said(claim);
        let side = self.side(id);
        let named = [("side", Arg::S(&side.name))];
        let stands = match stand {
            Stand::For => self.words.with("strip-for", &named),
            Stand::Against => self.words.with("strip-against", &named),
        };
        let told_by = event.attribution.clone();
        let by = told_by.unwrap_or_else(|| self.words.text("strip-article-says").to_owned());
        Some(ClaimRow {
            event: claim.id.clone(),
            day: self.day(event),
            says: self.words.text(key).to_owned(),
            about: self.about(claim),
            stands,
            stand,
            side,
            by: format!("{by} · {}", self.words.modality(event.modality)),
            decides: deciding.contains(&claim.id),
            is_later: claim.day > self.view.day,
            mentions: event.mentions.iter().map(|m| mention(self.corpus, self.view, m)).collect(),
        })
    }

    /// The day or days of an event, with the year where it is not the view's.
    fn day(&self, event: &Event) -> String {
        let (start, end) = (event.date.start, event.date.end);
        let is_this_year = [start, end].into_iter().flatten().all(|d| d.year() == self.view.day.year());
        // A whole year, or several, are told as such.
        let whole_years = start.is_some_and(|a| a.ordinal() == 1) && end.is_some_and(|b| b.month() == 12);
        if is_this_year || whole_years {
            return self.words.short_range(start, end);
        }
        self.words.date_range(start, end)
    }

    /// The area or city around the place, when a claim is about that.
    fn about(&self, claim: &Claim) -> Option<String> {
        let about = self.conflict.place(claim.place);
        let is_itself = self.view.place.as_deref() == Some(about.id.as_str());
        (!is_itself).then(|| self.view.lang.pick(&about.name_en, &about.name_ar).to_owned())
    }

    fn other(&self, event: &Event) -> OtherRow {
        let lead = crate::store::lead_faction(event).and_then(|code| self.conflict.faction_of(code));
        let kind = title(event, self.view.lang);
        let who = event.actors.first().map(|a| faction_name(self.corpus, &a.faction, self.view.lang));
        OtherRow {
            event: event.id.clone(),
            title: who.map_or_else(|| kind.clone(), |who| format!("{kind} · {who}")),
            day: self.day(event),
            colour: self.side(lead).colour,
        }
    }
}

/// The governorate that a site lies in.
pub(super) fn governorate_of(conflict: &Conflict, site: PlaceIdx) -> Option<&Place> {
    let admin1 = conflict.place(site).admin1.as_str();
    let around = |p: &&Place| p.members.contains(&site) || (!admin1.is_empty() && p.admin1 == admin1);
    conflict.places.iter().filter(|p| p.kind == PlaceKind::Governorate).find(around)
}

/// The words for what a claim says, and for or against whom it speaks.
fn said(claim: &Claim) -> (&'static str, Stand, Option<FactionId>) {
    match claim.says {
        Says::Holds { to: Some(to), whole: true } => ("says-takes", Stand::For, Some(to)),
        Says::Holds { to: Some(to), whole: false } => ("says-takes-part", Stand::For, Some(to)),
        Says::Holds { to: None, .. } => ("says-lost", Stand::Against, claim.from),
        Says::Advances { by } => ("says-advances", Stand::For, Some(by)),
        Says::Leaves { who } => ("says-leaves", Stand::Against, Some(who)),
        Says::Stands { by } => ("says-stands", Stand::For, Some(by)),
        Says::Denies { to } => ("says-denies", Stand::Against, Some(to)),
        Says::Stays { who } => ("says-stays", Stand::For, Some(who)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Lang;
    use crate::store::sample::corpus;

    fn strip(corpus: &Corpus, view: &View) -> Option<PlaceStrip> {
        let fold = Fold::new(&corpus.events, &corpus.knowledge, view.control_options());
        PlaceStrip::build(corpus, view, &corpus.shown(&view.filters), &fold.on(view.day))
    }

    #[test]
    fn claims_stand_in_order_of_day_with_side_source_and_sentence() {
        let corpus = corpus();
        let mut view = View::opening(&corpus);
        assert_eq!(strip(&corpus, &view), None);
        view.place = Some("aleppo".to_owned());
        view.day = "2024-12-01".parse().unwrap();
        let aleppo = strip(&corpus, &view).unwrap();
        let told: Vec<_> = aleppo.claims.iter().map(|c| (c.says.as_str(), c.stands.as_str())).collect();
        let before_the_story = ("Takes it", "for Government");
        assert_eq!(told, [before_the_story, ("Advances on it", "for HTS"), ("Takes it", "for HTS")]);
        assert!(aleppo.claims[0].day.contains("20") && !aleppo.claims[0].decides);
        assert!(aleppo.claims[2].decides && !aleppo.claims[2].is_later);
        assert!(aleppo.claims.iter().all(|c| !c.mentions[0].highlights.is_empty()));
        let standing = aleppo.standing.unwrap();
        assert_eq!((standing.holder.name.as_str(), standing.status), ("HTS", SiteStatus::Held));
        assert_eq!(aleppo.kind, "city · Aleppo Governorate");
        view.day = "2024-11-28".parse().unwrap();
        assert!(strip(&corpus, &view).unwrap().claims[2].is_later);
    }

    #[test]
    fn an_area_tells_how_many_sites_each_side_holds() {
        let corpus = corpus();
        let mut view = View::opening(&corpus);
        (view.place, view.lang) = (Some("idlib-governorate".to_owned()), Lang::Ar);
        let idlib = strip(&corpus, &view).unwrap();
        assert!(idlib.standing.is_none() && idlib.shares.len() >= 2);
        assert!(idlib.shares.windows(2).all(|w| w[0].1 >= w[1].1));
    }
}
