-- When a team drew the link; null for what stands in a paper and for what a director drew.
alter table recommendation_link add column drawn_at timestamp with time zone;
