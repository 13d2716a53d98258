-- Work may also stop because somebody elsewhere could not be reached: a time-stamp authority, say.
alter table records.work drop constraint work_why_check;
alter table records.work
    add constraint work_why_check check (why in ('RESTARTED', 'REFUSED', 'UNREACHABLE', 'FAULT'));
