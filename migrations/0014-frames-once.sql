-- a frame that the bus delivers twice is kept once: the gateway's time and the bytes say that it is the same
create unique index kept_frame_once on kept_frame (received_at, md5(bytes));
