/* TEST FIXTURE ONLY, never shipped: C99's complex functions, which Windows' ucrtbase.dll has and Wine 8's lacks.
 * NumPy calls a few of them when it is imported. Structures, as mingw's own complex types are passed otherwise. */
#include <math.h>

#define API __declspec(dllexport)

#define FAMILY(REAL, S, Z)                                                                                           \
    typedef struct { REAL re, im; } Z;                                                                               \
    API REAL creal##S(Z z) { return z.re; }                                                                          \
    API REAL cimag##S(Z z) { return z.im; }                                                                          \
    API REAL cabs##S(Z z) { return (REAL)hypot((double)z.re, (double)z.im); }                                        \
    API REAL carg##S(Z z) { return (REAL)atan2((double)z.im, (double)z.re); }                                        \
    static Z Z##_of(double re, double im) { Z z = {(REAL)re, (REAL)im}; return z; }                                  \
    static Z Z##_over(Z a, Z b)                                                                                      \
    {                                                                                                                \
        double n = (double)b.re * b.re + (double)b.im * b.im;                                                        \
        return Z##_of((a.re * b.re + a.im * b.im) / n, (a.im * b.re - a.re * b.im) / n);                             \
    }                                                                                                                \
    API Z cexp##S(Z z) { return Z##_of(exp(z.re) * cos(z.im), exp(z.re) * sin(z.im)); }                              \
    API Z clog##S(Z z) { return Z##_of(log(hypot(z.re, z.im)), atan2(z.im, z.re)); }                                 \
    API Z csqrt##S(Z z)                                                                                              \
    {                                                                                                                \
        double r = sqrt(hypot(z.re, z.im)), half = atan2(z.im, z.re) / 2;                                            \
        return Z##_of(r * cos(half), r * sin(half));                                                                 \
    }                                                                                                                \
    API Z cpow##S(Z a, Z b)                                                                                          \
    {                                                                                                                \
        Z l = clog##S(a);                                                                                            \
        return cexp##S(Z##_of(l.re * b.re - l.im * b.im, l.re * b.im + l.im * b.re));                                \
    }                                                                                                                \
    API Z ccosh##S(Z z) { return Z##_of(cosh(z.re) * cos(z.im), sinh(z.re) * sin(z.im)); }                           \
    API Z csinh##S(Z z) { return Z##_of(sinh(z.re) * cos(z.im), cosh(z.re) * sin(z.im)); }                           \
    API Z ctanh##S(Z z) { return Z##_over(csinh##S(z), ccosh##S(z)); }                                               \
    API Z ccos##S(Z z) { return Z##_of(cos(z.re) * cosh(z.im), -sin(z.re) * sinh(z.im)); }                           \
    API Z csin##S(Z z) { return Z##_of(sin(z.re) * cosh(z.im), cos(z.re) * sinh(z.im)); }                            \
    API Z ctan##S(Z z) { return Z##_over(csin##S(z), ccos##S(z)); }

/* Microsoft's long double is its double. */
FAMILY(double, , Double)
FAMILY(double, l, LongDouble)
FAMILY(float, f, Float)
