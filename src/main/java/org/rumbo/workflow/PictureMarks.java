package org.rumbo.workflow;

/** The small marks inside shapes, drawn around the origin; those that begin with a capital F are filled. */
final class PictureMarks {
    static final String PERSON = "M0,-6a3,3 0 1,0 0.01,0ZM-6,7v-2a6,5 0 0,1 12,0v2Z";
    static final String ENVELOPE = "M-7,-5h14v10h-14ZM-7,-5L0,1L7,-5";
    static final String SENT_ENVELOPE = "F" + ENVELOPE;
    static final String CLOCK = "M0,-9a9,9 0 1,0 0.01,0ZM0,-6V0L4,3";
    static final String GEAR =
            "M0,-3a3,3 0 1,0 0.01,0ZM0,-7V-5M0,5V7M-7,0H-5M5,0H7M-5,-5L-3.5,-3.5M3.5,3.5L5,5M-5,5L-3.5,3.5M3.5,-3.5L5,-5";
    static final String TABLE = "M-7,-6h14v12h-14ZM-7,-2h14M-7,2h14M-3,-2v8";
    static final String CROSS = "M-6,-6L6,6M6,-6L-6,6";
    static final String PLUS = "M-8,0H8M0,-8V8";
    static final String RING = "M0,-9a9,9 0 1,0 0.01,0Z";
    static final String EVENTS =
            "M0,-13a13,13 0 1,0 0.01,0ZM0,-10.5a10.5,10.5 0 1,0 0.01,0ZM0,-6L6,-1.5L3.5,5H-3.5L-6,-1.5Z";
    static final String PARALLEL = "M-4,-5V5M0,-5V5M4,-5V5";
    static final String INSIDE = "M-6,-6h12v12h-12ZM-4,0H4M0,-4V4";
    static final String BOLT = "FM-6,7L-2,-6L2,1L6,-7L2,6L-2,-1Z";
    static final String LINK_IN = "M-8,-3H1V-7L9,0L1,7V3H-8Z";
    static final String LINK_OUT = "F" + LINK_IN;
    static final String FLAG = "M-4,7V-7M-4,-6.5H5L3,-3L5,0.5H-4";

    private PictureMarks() {}
}
