-- The region that gave a file away reads what was in it: not what is given there afterwards, and no receipt.
do $$
declare
  name text;
begin
  foreach name in array array['assistance', 'assistance_receipt'] loop
    execute format('create policy not_for_sender on %1$I as restrictive for select to homeward_app using (
      case_id = (select homeward_case())
      or case_id <> all (array(select r.case_id from case_reach r where r.reads_to is not null)))', name);
  end loop;
end
$$;
