//! GeoJSON (RFC 7946) with JSON-FG's `time`: a feature an event, the record's fields as properties.

use std::io::{self, Write};

use geojson::{Feature, FeatureCollection, Geometry, JsonObject, feature::Id};
use serde_json::{Value, json};

use crate::events::{Event, EventPlace};

pub(super) fn write(events: &[Event], out: &mut dyn Write) -> io::Result<()> {
    let features = events.iter().map(feature).collect::<io::Result<Vec<_>>>()?;
    serde_json::to_writer(&mut *out, &FeatureCollection { features, bbox: None, foreign_members: None })?;
    out.write_all(b"\n")
}

fn feature(event: &Event) -> io::Result<Feature> {
    let Value::Object(mut properties) = serde_json::to_value(event)? else {
        return Err(io::ErrorKind::InvalidData.into());
    };
    properties.insert("start".into(), json!(event.date.start));
    properties.insert("end".into(), json!(event.date.end));
    let at = event.place.as_ref().and_then(EventPlace::at);
    let mut time = JsonObject::new();
    if let (Some(start), Some(end)) = (event.date.start, event.date.end) {
        time.insert("time".into(), json!({ "interval": [start, end] }));
    }
    Ok(Feature {
        id: Some(Id::String(event.id.clone())),
        geometry: at.map(|p| Geometry::new_point([p.lon, p.lat])),
        properties: Some(properties),
        foreign_members: Some(time),
        bbox: None,
    })
}
