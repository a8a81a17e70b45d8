-- What links are made for, version 9 of the store. A run that undoes another has none; nor have those before it was asked.
alter table link_runs add column use text;
