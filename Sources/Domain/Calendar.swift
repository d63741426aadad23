// Days and instants are nouns of an office like all others here: whoever knows the domain knows them.
@_exported import CivilCalendar
