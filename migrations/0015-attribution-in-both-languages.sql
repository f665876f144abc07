-- whose map it is, in both languages; a district's file says it anew at the next start
alter table district alter column attribution type jsonb
  using jsonb_build_object('zh', attribution, 'en', attribution);
