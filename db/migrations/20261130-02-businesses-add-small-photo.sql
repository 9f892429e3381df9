-- A small copy of a picture, made when it is kept: pages open to everybody are read on slow phones. Pictures kept before have none and are shown whole.
alter table businesses.product_photo add column sealed_small bytea;
alter table businesses.product_photo add constraint product_photo_small check (octet_length(sealed_small) <= 524288);
