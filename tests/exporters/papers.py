"""A town's roadmap with a meeting to come and one that was held, for the tests of a meeting's papers."""

from __future__ import annotations

from tests.model.build import parsed

TEXT = """
schema = 1
[roadmap]
title = "Digitiekartta 2025–2027"
organisation = "Esimerkkilän kaupunki"
team = "Digitiimi"
first = "2025H1"
last = "2027H2"
sample = true

[[sectors]]
id = "keskushallinto"
name = "Keskushallinto"
[[sectors]]
id = "tekninen"
name = "Tekninen toimiala"
[[sectors]]
id = "kaupunki"
name = "Koko kaupunki"

[[members]]
id = "koordinaattori"
role = "Tietohallintokoordinaattori"
sector = "keskushallinto"
deputy = "Tietohallintosuunnittelija"
[[members]]
id = "tekn"
role = "Teknisen toimialan edustaja"
sector = "tekninen"

[[measures]]
id = "T07"
title = "Tekoälyn pelisäännöt"
sectors = ["kaupunki"]
responsible = "koordinaattori"
start = "2025H2"
end = "2026H1"
status = "active"
internal = "salaa: kouluttaja irtisanoutui"
[[measures]]
id = "T30"
title = "Verkkomaksaminen"
sectors = ["tekninen"]
start = "2026H1"
end = "2026H2"
status = "active"
[[measures]]
id = "T31"
title = "Tiketöinti"
start = "2027H1"
end = "2027H1"

[[meetings]]
number = "2/2026"
date = 2026-09-01
chair = "koordinaattori"
opened = 09:00:00
closed = 10:00:00
state = "published"
[[meetings.attendance]]
member = "koordinaattori"
presence = "present"
[[meetings.attendance]]
member = "tekn"
presence = "absent"
[[meetings.attendance]]
guest = "Talouspäällikkö"
presence = "present"
[[meetings.items]]
number = 1
kind = "opening"
heading = "Kokouksen avaus"
background = "Avattiin."
[[meetings.items]]
number = 2
kind = "agenda"
heading = "Esityslistan hyväksyminen"
decision = "Hyväksyttiin esityslista."
[[meetings.items]]
number = 3
kind = "measure"
heading = "T07 Tekoälyn pelisäännöt"
subjects = ["T07"]
outcome = "continues"
decision = "Sovittiin, että toimenpide T07 jatkuu."
internal = "salaa: ei kerrota"
[[meetings.items]]
number = 4
kind = "measure"
heading = "T30 Verkkomaksaminen"
subjects = ["T30"]
outcome = "continues"
decision = "Sovittiin, että toimenpide T30 jatkuu."
[[meetings.items]]
number = 5
kind = "proposed"
heading = "Talousarvio"
outcome = "proposed"
decision = "Päätettiin esittää määrärahat."
[[meetings.actions]]
number = 1
task = "Määrärahataulukko"
who = "koordinaattori"
due = 2026-11-13
item = 5
[[meetings.actions]]
number = 2
task = "Sopimuksen tilanne"
who = "Vapaa-aikapäällikkö"
due = 2026-12-04
subject = "T30"
[[meetings.actions]]
number = 3
task = "Esite"
who = "tekn"
state = "done"
done = 2026-10-01

[[meetings]]
number = "3/2026"
date = 2026-11-24
starts = 09:00:00
ends = 10:40:00
place = "Kaupungintalo, kokoushuone Lehtori, ja Teams"
chair = "koordinaattori"
secretary = "tekn"
case = "51/00.01.02/2026"
[[meetings.attendance]]
guest = "Talouspäällikkö"
presence = "heard"
item = 6
[[meetings.items]]
number = 1
kind = "opening"
heading = "Kokouksen avaus"
[[meetings.items]]
number = 2
kind = "agenda"
heading = "Esityslistan hyväksyminen"
proposal = "Hyväksytään esityslista."
[[meetings.items]]
number = 3
kind = "measure"
heading = "T07 Tekoälyn pelisäännöt"
subjects = ["T07"]
background = "Kouluttaja vaihtui.\\n\\nUudet päivät ovat haussa."
proposal = "Siirretään keväälle 2027."
minutes = 10
internal = "salaa: ei kerrota"
[[meetings.items]]
number = 4
kind = "starting"
heading = "Alkavat toimenpiteet"
subjects = ["T30", "T31"]
[[meetings.items]]
number = 5
kind = "proposed"
heading = "# Paha | <script>"
background = "[linkki](javascript:alert(1)) \\u001b[31m"
[[meetings.items]]
number = 6
kind = "closing"
heading = "Kokouksen päättäminen"
"""
FOUND = parsed(TEXT)
HELD, COMING = FOUND.meetings
