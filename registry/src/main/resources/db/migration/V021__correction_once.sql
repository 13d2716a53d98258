-- A form belongs to one record: a program that uses its number again for another record sends another note, and is not
-- answered with a fault, nor with a note that is not about the record in hand.
alter table records.correction_note drop constraint correction_note_once_key;
alter table records.correction_note add constraint correction_note_once unique (record, once);
