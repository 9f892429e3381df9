-- Which workbooks were made is read from history by the office and the auditor, newest first.
create index history_exports on platform.history (plan_id, at, id) where action = 'exports.make';
