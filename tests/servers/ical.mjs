// Reads an iCalendar object from standard input with ical.js and writes what it found as JSON to standard output:
// {"name":…,"method":…,"events":[{"uid":…,"sequence":…,"start":…,"end":…,"allDay":…,"summary":…,…}]}.
// A line that ical.js cannot read makes it fail.

import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

ICAL.design.strict = true;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, 'utf8')));
const text = (component, name) => component.getFirstPropertyValue(name)?.toString() ?? null;
const events = calendar.getAllSubcomponents('vevent').map(component => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    allDay: event.startDate.isDate && event.endDate.isDate,
    summary: event.summary,
    description: event.description,
    stamp: text(component, 'dtstamp'),
    status: text(component, 'status'),
    transparency: text(component, 'transp'),
    categories: component.getFirstProperty('categories').getValues(),
    url: text(component, 'url'),
    properties: component.getAllProperties().length,
  };
});
console.log(JSON.stringify({
  name: text(calendar, 'x-wr-calname'),
  method: text(calendar, 'method'),
  refresh: text(calendar, 'refresh-interval'),
  components: calendar.getAllSubcomponents().map(component => component.name),
  events,
}));
